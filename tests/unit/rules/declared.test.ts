import { describe, expect, it } from 'vitest';
import { ALL_RULES } from '../../../lib/rules/all-rules.ts';
import { checkFiles } from '../../../lib/rules/check-files.ts';
import type { Finding } from '../../../lib/rules/rule.ts';
import { levelsOf } from '../../../lib/rules/rule-words.ts';
import { plantedBatch } from '../../corpus/batches.ts';
import { recordsOf } from '../../corpus/faults/edit.ts';
import { SIZE_FORMS } from '../../corpus/faults/sizes.ts';
import { zipOf } from '../../corpus/faults/zip-file.ts';
import { BATCHES, FORMS } from '../../corpus/faults.ts';
import { textOf } from '../support/facts.ts';
import { findingsOf } from './check.ts';
import { checkExample, RULE_EXAMPLES } from './rule-examples.ts';

interface CorpusFile {
  readonly name: string;
  readonly bytes: () => Uint8Array<ArrayBuffer>;
}

/** The zip and the file inside have the same label, written in different orders. */
const zipWithOtherOrder: CorpusFile = {
  name: 'SENR 2022-23.zip',
  bytes: () => zipOf([{ name: '2022-23 SENR.txt', text: recordsOf('SENR').join('\r\n') }]),
};

/** All findings of the corpus, of the examples, and of files that are too large for a test. */
async function everyFinding(): Promise<Finding[]> {
  const small = FORMS.filter((form) => !SIZE_FORMS.includes(form)).map((form) => [form]);
  const batches = [...BATCHES, plantedBatch()].map(({ files }) => files);
  const choices: (readonly CorpusFile[])[] = [...small, ...batches, [zipWithOtherOrder]];
  const found = await Promise.all(choices.map(findingsIn));
  const examples = await Promise.all(Object.values(RULE_EXAMPLES).map(checkExample));
  return [...found.flat(), ...examples.flatMap((result) => result?.findings ?? []), ...tooLarge()];
}

async function findingsIn(files: readonly CorpusFile[]): Promise<readonly Finding[]> {
  const chosen = files.map(({ name, bytes }) => ({ name, content: bytes() }));
  return (await findingsOf(...chosen)).flat();
}

function tooLarge(): Finding[] {
  const inspection = textOf('SCSC', '2022-23', { bytes: 412_000_000 });
  const file = { id: '', name: 'SCSC 2022-23.txt', inspection };
  const ways = [{ zippedBytes: 84_000_000 }, { wantsTextParts: true }];
  const whole = ways.map((way) => [{ ...file, ...way }]);
  const parts = ['SCSC 2022-23 part 1.txt', 'SCSC 2022-23 part 2.txt'].map((name) => ({
    ...file,
    id: name,
    name,
    inspection: textOf('SCSC', '2022-23', { bytes: 412_000_000 }),
    zippedBytes: 84_000_000,
  }));
  return [...whole, parts].flatMap(checkFiles).flatMap(({ findings }) => findings);
}

const inOrder = (values: Iterable<string>) => [...new Set(values)].toSorted();

describe('what a rule says of itself in the list', () => {
  it('are the levels and the fixes that its findings have, and no others', async () => {
    const findings = await everyFinding();
    const seen = ALL_RULES.map(({ id }) => {
      const own = findings.filter(({ ruleId }) => ruleId === id);
      const fixes = own.flatMap(({ fix }) => fix ?? []);
      return { id, levels: inOrder(own.map(({ level }) => level)), fixes: inOrder(fixes) };
    });
    const said = ALL_RULES.map((rule) => {
      return { id: rule.id, levels: inOrder(levelsOf(rule)), fixes: inOrder(rule.fixes ?? []) };
    });
    expect(seen).toEqual(said);
  });
});
