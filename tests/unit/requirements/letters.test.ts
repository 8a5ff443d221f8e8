import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  districtLetter,
  HELP_DESK_ADDRESS,
  inquiryLetter,
  mailtoAddress,
  tapLetter,
  yearList,
} from '../../../lib/requirements/letters.ts';
import { requiredYears } from '../../../lib/requirements/organization.ts';
import { uuid } from '../support/attached-file.ts';
import { organization } from '../support/ledger.ts';

const district = (name: string, contact = '') => ({ id: uuid(1), name, contact, done: [] });
const rocp = organization({
  kind: 'ROC/P',
  rounds: [4],
  districts: [district('Cedar Unified', 'Ana Lee <ana@cedar.example>'), district('Oak High')],
});

describe('the letter to the help desk', () => {
  it("is in the help desk's own words", () => {
    const whose = organization({ name: '<organization>', rounds: [1, 2, 3, 4, 5] });
    expect(inquiryLetter(whose.name, requiredYears(whose))).toEqual({
      to: 'help@calpassplus.org',
      subject: 'K12 SWP Required Data Inquiry for <organization>',
      body: 'Dear Cal-PASS Plus: Please send a summary of K12 SWP required data files you have received for <organization> for school years 2018-19, 19-20, 20-21, 21-22 and 22-23.',
    });
  });
});

describe('a list of years', () => {
  it.each([
    [[], ''],
    [['2022-23'], '2022-23'],
    [['2021-22', '2022-23'], '2021-22 and 22-23'],
    [['2020-21', '2021-22', '2022-23'], '2020-21, 21-22 and 22-23'],
    [['2018-19', '2022-23'], '2018-19 and 22-23'],
  ] as const)('%j is written %j', (years, words) => {
    expect(yearList(years)).toBe(words);
  });
});

describe('the letter to the Technical Assistance Provider', () => {
  it('names every district that uploads, its contact, the years and the deadline', () => {
    const { to, subject, body } = tapLetter(rocp);
    expect(to).toBe('');
    expect(subject).toContain('Maple Leaf Unified');
    const lines = body.split('\n');
    expect(lines).toContain('- Cedar Unified (contact: Ana Lee <ana@cedar.example>)');
    expect(lines).toContain('- Oak High');
    expect(lines.at(-1)).toBe('School years: 2021-22 and 22-23. Deadline: 2023-11-01.');
  });
});

describe('the letter to a district', () => {
  const [cedar, oak] = rocp.districts;
  if (!cedar || !oak) throw new Error('two districts');

  it('tells of the duty, the MOU, the risk, the files and the deadline', () => {
    const { subject, body } = districtLetter(rocp, cedar);
    expect(subject).toBe(
      'K12 SWP required data for Maple Leaf Unified: upload to Cal-PASS Plus by 2023-11-01',
    );
    expect(body).toContain('Cedar Unified');
    expect(body).toContain('MOU');
    expect(body).toContain('eligibility for future K12 SWP grants');
    expect(body).toContain('CRSC, SCSC, SCTE, SELA, SENR, SINF, SPRG');
    expect(body).toContain('2021-22 and 22-23 by 2023-11-01');
    expect(body).toContain(HELP_DESK_ADDRESS);
    expect(body).toContain('(916) 498-8980');
  });

  it.each([
    ['Ana Lee <ana@cedar.example>', 'ana@cedar.example'],
    ['ana@cedar.example', 'ana@cedar.example'],
    ['ana@cedar.example, ben@cedar.example', 'ana@cedar.example'],
    ['Ana Lee, 555-0100', ''],
    ['', ''],
  ])('goes to the address in "%s"', (contact, to) => {
    expect(districtLetter(rocp, { ...cedar, contact }).to).toBe(to);
  });
});

describe('the address of a letter', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 60 });

  it('opens as it was written, whatever is in it', () => {
    fc.assert(
      fc.property(texts, texts, (subject, body) => {
        const url = new URL(mailtoAddress({ to: HELP_DESK_ADDRESS, subject, body }));
        expect(url.pathname).toBe(HELP_DESK_ADDRESS);
        const fields = url.search
          .slice(1)
          .split('&')
          .map((field) => decodeURIComponent(field));
        expect(fields).toEqual([`subject=${subject}`, `body=${body.replaceAll('\n', '\r\n')}`]);
      }),
    );
  });

  it('lets nobody add a recipient', () => {
    const address = mailtoAddress({
      to: 'a@b.example?cc=c@d.example',
      subject: '&bcc=x',
      body: '',
    });
    expect(address).toBe('mailto:a@b.example%3Fcc%3Dc@d.example?subject=%26bcc%3Dx&body=');
  });
});
