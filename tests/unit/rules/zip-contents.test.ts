import { describe, expect, it } from 'vitest';
import { planFile } from '../../../lib/fixes/plan.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { zipOf } from '../../corpus/faults/zip-file.ts';
import { factsOf } from '../support/facts.ts';
import { lines, record } from '../support/records.ts';
import { found, foundInInspection, resultsOf, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.zip';
const text = lines(record('SENR'), record('SENR'));
const check = (...entries: readonly { name: string; text: string }[]) =>
  found('zip-contents', { name: NAME, content: zipOf(entries) });

describe('a zip', () => {
  it('with one text under its own name is right', async () => {
    expect(await ruleIds(NAME, zipOf([{ name: 'SENR 2022-23.txt', text }]))).toEqual([]);
  });

  it('named year first contains a text named year first', async () => {
    const content = zipOf([{ name: '2022-23 SENR.txt', text }]);
    expect(await ruleIds('2022-23 SENR.zip', content)).toEqual([]);
  });

  it.each([
    'SENR.txt',
    'senr 2022-23.txt',
    'SENR 2022-23.TXT',
    'folder/SENR 2022-23.txt',
    'SENR 2021-22.txt',
  ])('with its text named %s is blocked, with both names', async (name) => {
    expect(await check({ name, text })).toEqual([
      {
        ruleId: 'zip-contents',
        level: 'block',
        kind: 'entry name',
        words: ['finding_zip_entry_name', name, 'SENR 2022-23.txt'],
      },
    ]);
  });

  it.each([
    ['Archive.zip', 'SENR 2022-23.txt', 'SENR 2022-23'],
    ['Archive.zip', '2022-23 SENR.txt', '2022-23 SENR'],
    ['SENR 2022-23 (1).zip', 'SENR 2022-23.txt', 'SENR 2022-23'],
    ['2022-23 SENR (1).zip', '2022-23 SENR.txt', '2022-23 SENR'],
    ['senr 2022-2023.zip', '2022-23 SENR.txt', '2022-23 SENR'],
    ['8812731.zip', '2022-23 SENR.txt', '2022-23 SENR'],
  ])(
    'named %s takes the name of the right text in it, %s, with one click',
    async (zip, name, to) => {
      const content = zipOf([{ name, text }]);
      const [result] = await resultsOf({ name: zip, content });
      expect(result?.findings).toMatchObject([
        { ruleId: 'name-not-exact', words: ['finding_name_not_exact', to], fix: 'rename' },
      ]);
      expect(result && planFile(result)).toMatchObject({ name: `${to}.zip`, steps: ['rename'] });
    },
  );

  it.each([
    ['SENR 2022-23.zip', '2022-23 SENR.txt'],
    ['2022-23 SENR.zip', 'SENR 2022-23.txt'],
  ])('named %s takes the word order of %s with one click', async (zip, name) => {
    const content = zipOf([{ name, text }]);
    const [result] = await resultsOf({ name: zip, content });
    const inside = name.replace('.txt', '');
    expect(result?.findings).toMatchObject([
      { kind: 'zip name', words: ['finding_zip_name', inside], fix: 'rename' },
    ]);
    expect(result && planFile(result)).toMatchObject({ name: `${inside}.zip`, steps: ['rename'] });
  });

  it('with a text of several years has the year that is in the name of the text', async () => {
    const years = lines(record('SENR', { year: '2020-2021' }), record('SENR'));
    const content = zipOf([{ name: 'SENR 2020-21.txt', text: years }]);
    const [result] = await resultsOf({ name: 'Archive.zip', content });
    expect(result && planFile(result)).toMatchObject({ name: 'SENR 2020-21.zip' });
  });

  it.each(['SENR 2022-23.zip.001', 'SENR 2022-23.zip.01'])(
    'named %s, without an end, is the first part of a split zip',
    async (name) => {
      const content = zipOf([{ name: 'SENR 2022-23.txt', text }]).slice(0, -60);
      expect(await found('zip-contents', { name, content })).toMatchObject([
        { kind: 'split', words: ['finding_container_split_zip'] },
      ]);
    },
  );

  it.each([
    ['../SENR 2022-23.txt', 'unsafe name', 'finding_zip_unsafe_name'],
    ['SENR 2022-23.zip', 'zip in zip', 'finding_container_zip_in_zip'],
  ])('with %s in it is refused unopened', async (name, kind, words) => {
    expect(await check({ name, text })).toMatchObject([{ kind, words: [words] }]);
  });

  it('with several files is blocked, with their number', async () => {
    expect(await check({ name: 'SENR 2022-23.txt', text }, { name: 'b.txt', text })).toMatchObject([
      { kind: 'several entries', words: ['finding_zip_several', { count: 2 }] },
    ]);
  });

  it('with nothing in it is blocked', async () => {
    expect(await check()).toMatchObject([{ kind: 'no entry', words: ['finding_zip_empty'] }]);
  });

  it('that does not open is blocked', async () => {
    const content = zipOf([{ name: 'SENR 2022-23.txt', text }]).slice(0, -20);
    expect(await found('zip-contents', { name: NAME, content })).toMatchObject([
      { kind: 'damaged', words: ['finding_zip_damaged'] },
    ]);
  });

  it.each([
    ['damaged', 'cannot be opened'],
    ['two readings', 'differently'],
    ['overlapping entries', 'damaged or unusual'],
    ['too many entries', 'more than 50 files'],
    ['encrypted', 'locked with a password'],
    ['unsafe name', 'leads out of its folder'],
    ['same name twice', 'the same name'],
    ['zip in zip', 'another zip'],
    ['split', 'part of a split archive'],
    ['LZMA', 'packed with $1'],
    ['BZip2', 'packed with $1'],
    ['Zstandard', 'packed with $1'],
    ['another method', 'few programs can read'],
    ['bomb', '200 times'],
  ] as const)('refused as "%s" has its own words for the reason: %s', (damage, said) => {
    const archive = { entries: [], damage };
    const inspection = { kind: 'archive', facts: factsOf('SENR', '2022-23'), archive } as const;
    const [finding] = foundInInspection('zip-contents', NAME, inspection);
    const key = finding?.words[0];
    expect(key && messages[key].message).toContain(said);
  });
});
