import { describe, expect, it } from 'vitest';
import { attachedFileSchema } from '../../../lib/ledger/attached-file.ts';
import type { Recollection } from '../../../lib/messaging/ledger-messages.ts';
import { textOf } from '../support/facts.ts';
import type { Harness } from './harness.ts';
import { harness } from './harness.ts';

const PART_1 = 'SCSC 2022-23 part 1.txt';
const PART_2 = 'SCSC 2022-23 part 2.txt';
const scsc = (rows = 10) => textOf('SCSC', '2022-23', { rows });
const ofSchool = (code: string) => textOf('SENR', '2022-23', { rows: 10, schools: { [code]: 10 } });

const snapshot = ({ session }: Harness) => session.getSnapshot();
const plans = (h: Harness) => snapshot(h).rows.map(({ plan }) => plan?.kind);
const descriptions = (h: Harness) => h.attachMessages().map(({ description }) => description);

async function sendNext(h: Harness): Promise<void> {
  await h.attach();
  await h.handedOver('in the input');
  h.session.hear({ type: 'clicked' });
  h.session.hear({ type: 'thanked' });
}

async function sent(h: Harness, submissions: number): Promise<void> {
  for (let at = 0; at < submissions; at += 1) await sendNext(h);
}

describe('two parts that a person made', () => {
  const files = () => ({ [PART_2]: scsc(4), [PART_1]: scsc(6) });

  it('wait for a click, and go one by one under the name that the site asks for', async () => {
    const h = harness();
    await h.hold({ ...files(), 'SENR 2022-23.txt': textOf('SENR', '2022-23') });
    expect(snapshot(h)).toMatchObject({
      phase: 'review',
      canGo: 1,
      partsAfter: 2,
      description: 'SENR 2022-23',
    });
    await sendNext(h);
    expect(snapshot(h)).toMatchObject({ part: { number: 1, of: 2 }, partsAfter: 1 });
    await sent(h, 2);
    expect(descriptions(h)).toEqual([
      'SENR 2022-23',
      'SCSC 2022-23 part 1 of 2',
      'SCSC 2022-23 part 2 of 2',
    ]);
    const name = 'SCSC 2022-23.txt';
    expect((await h.given()).slice(1)).toEqual([[[name, PART_1]], [[name, PART_2]]]);
    expect(snapshot(h).rows.map(({ place }) => place)).toEqual(['sent', 'sent', 'sent']);
  });

  it('are kept in the ledger as one set, with the rows and the content of each', async () => {
    const h = harness();
    await h.hold(files());
    await sent(h, 2);
    const records = h.records().flat();
    for (const record of records) expect(attachedFileSchema.parse(record)).toEqual(record);
    expect(records.map(({ rows, part }) => [rows, part?.number, part?.of])).toEqual([
      [6, 1, 2],
      [4, 2, 2],
    ]);
    expect(new Set(records.map(({ part }) => part?.set)).size).toBe(1);
    expect(new Set(records.map(({ contentHash }) => contentHash)).size).toBe(2);
  });

  it('go on where they stopped when other files are chosen in between', async () => {
    const h = harness();
    await h.hold({
      'a.txt': textOf('SENR', '2022-23', { reportingLeas: { '0199901': 10 } }),
      'b.txt': textOf('SENR', '2022-23', { reportingLeas: { '0199902': 10 } }),
    });
    await sendNext(h);
    await h.hold({ 'SINF 2022-23.txt': textOf('SINF', '2022-23') });
    await sent(h, 2);
    expect(descriptions(h)).toEqual([
      'SENR 2022-23 part 1 of 2',
      'SINF 2022-23',
      'SENR 2022-23 part 2 of 2',
    ]);
    const [first, , last] = h.records().flat();
    expect(last?.part).toEqual({ ...first?.part, number: 2 });
  });

  it('go on where they stopped in another sitting', async () => {
    const first = harness();
    const [one, two] = [scsc(), scsc()];
    await first.hold({ [PART_1]: one, [PART_2]: two });
    await sendNext(first);
    const [record] = first.records().flat();
    const recalled: Recollection = {
      sentSets: [
        {
          fileType: 'SCSC',
          schoolYear: '2022-23',
          set: record?.part?.set ?? '',
          of: 2,
          sent: [{ number: 1, contentHash: record?.contentHash ?? '' }],
        },
      ],
    };
    const h = harness({ recall: async () => recalled });
    await h.hold({ [PART_1]: one, [PART_2]: two });
    expect(snapshot(h).rows.map(({ place }) => place)).toEqual(['sent', 'now']);
    await sendNext(h);
    expect(descriptions(h)).toEqual(['SCSC 2022-23 part 2 of 2']);
    expect(h.records().flat()[0]?.part).toEqual({ ...record?.part, number: 2 });
  });

  it('are saved under names that tell them apart', async () => {
    const h = harness({ hasPage: false });
    await h.hold(files());
    expect(await h.session.saveAll()).toBe(2);
    expect(h.saved.map(({ name }) => name).toSorted()).toEqual([
      'SCSC 2022-23 part 1 of 2.txt',
      'SCSC 2022-23 part 2 of 2.txt',
    ]);
  });
});

describe('parts of one name that were saved one by one', () => {
  it('are told apart when the person chooses one of them by hand', async () => {
    const h = harness();
    await h.hold({ [PART_2]: scsc(4), [PART_1]: scsc(6) });
    await h.session.save('file-1');
    await h.session.save('file-2');
    const saved = h.toPage.filter((message) => message.type === 'let pass');
    expect(saved.map(({ record }) => record.name)).toEqual([
      'SCSC 2022-23.txt',
      'SCSC 2022-23.txt',
    ]);
    const second = saved.find(({ record }) => record.part?.number === 2);
    const sha256s = [second?.record.attachedSha256 ?? ''];
    h.session.hear({ type: 'attached by hand', outcome: 'in the input', sha256s });
    h.session.hear({ type: 'clicked' });
    h.session.hear({ type: 'thanked' });
    const places = snapshot(h).rows.map(({ name, place }) => [name, place]);
    expect(Object.fromEntries(places)).toEqual({ [PART_1]: 'now', [PART_2]: 'sent' });
  });
});

describe('one file for each school', () => {
  const files = { 'SENR Cedar.txt': ofSchool('9900001'), 'SENR Maple.txt': ofSchool('9900002') };

  it('say their part in the description, unless the person prefers the school', async () => {
    const h = harness();
    await h.hold(files);
    const [row] = snapshot(h).rows;
    expect(row?.partWords).toMatchObject({ school: '9900001', now: 'part' });
    expect(snapshot(h).description).toBe('SENR 2022-23 part 1 of 2');
    h.session.choosePartWords(row?.partWords?.set ?? '', 'school');
    expect(snapshot(h).rows.map(({ partWords }) => partWords?.now)).toEqual(['school', 'school']);
    await sent(h, 2);
    expect(descriptions(h)).toEqual(['SENR 2022-23 school 9900001', 'SENR 2022-23 school 9900002']);
  });

  it('can say their part again', async () => {
    const h = harness();
    await h.hold(files);
    const set = snapshot(h).rows[0]?.partWords?.set ?? '';
    h.session.choosePartWords(set, 'school');
    h.session.choosePartWords(set, 'part');
    expect(snapshot(h).description).toBe('SENR 2022-23 part 1 of 2');
  });
});

describe('two files that nothing tells apart', () => {
  it('wait until the person says that they are parts, which can be undone', async () => {
    const h = harness();
    await h.hold({ 'SCSC (1).txt': scsc(), 'SCSC (2).txt': scsc() });
    expect(plans(h)).toEqual(['asks parts', 'asks parts']);
    expect(snapshot(h)).toMatchObject({ canGo: 0, held: 2 });
    const plan = snapshot(h).rows[0]?.plan;
    const set = plan?.kind === 'asks parts' ? plan.set : '';
    h.session.sayParts(set);
    expect(plans(h)).toEqual(['can go', 'can go']);
    expect(snapshot(h)).toMatchObject({ undo: 'parts', part: { number: 1, of: 2 } });
    h.session.undo();
    expect(plans(h)).toEqual(['asks parts', 'asks parts']);
    h.session.sayParts(set);
    await sent(h, 2);
    expect(descriptions(h)).toEqual(['SCSC 2022-23 part 1 of 2', 'SCSC 2022-23 part 2 of 2']);
  });

  it('are one file when one is removed', async () => {
    const h = harness();
    await h.hold({ 'SCSC (1).txt': scsc(), 'SCSC (2).txt': scsc() });
    h.session.remove('file-2');
    await sendNext(h);
    expect(descriptions(h)).toEqual(['SCSC 2022-23']);
    expect(h.records().flat()[0]).not.toHaveProperty('part');
  });
});

describe('one part alone', () => {
  async function alone(): Promise<Harness> {
    const h = harness();
    await h.hold({ [PART_2]: scsc() });
    expect(plans(h)).toEqual(['asks which part']);
    return h;
  }

  it('goes as the part that the person says', async () => {
    const h = await alone();
    h.session.sayWhichPart('file-1', { number: 2, of: 3 });
    await sendNext(h);
    expect(descriptions(h)).toEqual(['SCSC 2022-23 part 2 of 3']);
    expect(h.records().flat()[0]?.part).toMatchObject({ number: 2, of: 3 });
  });

  it('goes as the whole file if the person says so, which can be undone', async () => {
    const h = await alone();
    h.session.sayWhichPart('file-1', 'whole');
    expect(plans(h)).toEqual(['can go']);
    h.session.undo();
    expect(plans(h)).toEqual(['asks which part']);
    h.session.sayWhichPart('file-1', 'whole');
    await sendNext(h);
    expect(descriptions(h)).toEqual(['SCSC 2022-23']);
  });

  it('is asked about no more when the other part is chosen, too', async () => {
    const h = await alone();
    await h.hold({ [PART_1]: scsc() });
    expect(plans(h)).toEqual(['can go', 'can go']);
  });
});

describe('the files of a district and of its charter', () => {
  it('go separately, each whole, where each has its own checklist', async () => {
    const h = harness({
      recall: async ({ reportingLea: lea = '' }) => ({
        organization: { name: lea, reportingLea: lea },
      }),
    });
    const of = (lea: string) => textOf('SENR', '2022-23', { reportingLeas: { [lea]: 10 } });
    await h.hold({ 'SENR 2022-23.txt': of('0199901'), '2022-23 SENR.txt': of('0199902') });
    await sent(h, 2);
    expect(descriptions(h)).toEqual(['SENR 2022-23', '2022-23 SENR']);
    expect(h.records().map((files) => files.map(({ reportingLea }) => reportingLea))).toEqual([
      ['0199901'],
      ['0199902'],
    ]);
    expect(
      h
        .records()
        .flat()
        .some(({ part }) => part),
    ).toBe(false);
  });
});
