import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALL_RULES } from '../../../lib/rules/all-rules.ts';
import type { Rule } from '../../../lib/rules/rule.ts';

const FOLDER = join(import.meta.dirname, '../../../lib/rules');

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'id' in value && 'check' in value;
}

async function rulesByFile(): Promise<Map<string, Rule[]>> {
  const rules = new Map<string, Rule[]>();
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.ts'))) {
    const exported = Object.values((await import(join(FOLDER, file))) as Record<string, unknown>);
    const own = exported.filter(isRule);
    if (own.length > 0) rules.set(file.replace(/\.ts$/, ''), own);
  }
  return rules;
}

describe('the rules', () => {
  it('are all in the list, each once', async () => {
    const inFolder = [...(await rulesByFile()).values()].flat();
    expect(inFolder.length).toBeGreaterThan(10);
    expect(ALL_RULES.map(({ id }) => id).toSorted()).toEqual(
      inFolder.map(({ id }) => id).toSorted(),
    );
    expect(new Set(ALL_RULES).size).toBe(ALL_RULES.length);
    expect(inFolder.filter((rule) => !ALL_RULES.includes(rule))).toEqual([]);
  });

  it('are one per file, with the name of the file', async () => {
    for (const [file, rules] of await rulesByFile()) {
      expect(rules.map(({ id }) => id)).toEqual([file]);
    }
  });

  it('run in this order, and those about records do not run if the file is blocked', () => {
    const about = (...wanted: readonly Rule['about'][]) =>
      ALL_RULES.filter((rule) => wanted.includes(rule.about)).map(({ id }) => id);
    expect(about('file')).toEqual([
      'unreadable-file',
      'unfinished-download',
      'empty-file',
      'wrong-container',
      'wide-encoding',
      'nul-bytes',
      'over-long-record',
      'old-cal-pass-report',
      'spreadsheet-damage',
      'look-alike',
      'several-record-types',
      'unknown-records',
      'foreign-lines',
    ]);
    expect(about('records')).toEqual([
      'header-row',
      'added-lines',
      'mark-inside',
      'joined-records',
      'type-mismatch',
      'school-year-mismatch',
      'school-year-unknown',
      'school-year-unreadable',
      'padded-school-year',
      'several-leas',
      'truncated-last-record',
      'field-count',
      'far-from-other-years',
      'same-rows-as-other-year',
      'school-missing',
      'line-ends',
      'leading-mark',
    ]);
    expect(about('name', 'batch')).toEqual([
      'zip-contents',
      'out-of-zip',
      'cut-by-year',
      'same-file-twice',
      'same-content-other-label',
      'already-sent',
      'other-lea',
      'stray-layout',
      'too-large',
      'wrong-extension',
      'name-not-exact',
    ]);
    expect(about('parts')).toEqual(['same-name-twice', 'which-part', 'one-of-several']);
  });

  it('each have their own test', () => {
    const tests = readdirSync(import.meta.dirname);
    const missing = ALL_RULES.filter(({ id }) => !tests.includes(`${id}.test.ts`));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });
});
