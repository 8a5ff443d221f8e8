import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALL_RULES } from '../../../lib/rules/all-rules.ts';
import { groupsOf, levelsOf, wordsOfRule } from '../../../lib/rules/rule-words.ts';
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };
import es from '../../../public/_locales/es/messages.json' with { type: 'json' };
import { ROOT } from '../../house/imports.ts';
import { rulesLists } from '../../house/rules-list.ts';
import type { RuleExample } from './rule-examples.ts';
import { checkExample, RULE_EXAMPLES } from './rule-examples.ts';

const LOCALES: Readonly<Record<string, Readonly<Record<string, { readonly message: string }>>>> = {
  en,
  es,
};
const textOf = (locale: string, key: string) => LOCALES[locale]?.[key]?.message ?? '';
const IDS = ALL_RULES.map(({ id }) => id);

describe('the list of the rules for people', () => {
  it.each(['en', 'es'])('has the four texts of each rule and no others: %s', (locale) => {
    const wanted = IDS.flatMap((id) => Object.values(wordsOfRule(id)));
    const there = Object.keys(LOCALES[locale] ?? {}).filter((key) => key.startsWith('rule_'));
    expect(there.toSorted()).toEqual(wanted.toSorted());
  });

  it.each(['en', 'es'])('asks what each rule checks, and no question twice: %s', (locale) => {
    const questions = IDS.map((id) => textOf(locale, wordsOfRule(id).what));
    expect(questions.filter((question) => !question.endsWith('?'))).toEqual([]);
    expect(new Set(questions).size).toBe(questions.length);
  });

  it('has every rule in one group', () => {
    const inGroups = groupsOf(ALL_RULES).flatMap(({ rules }) => rules);
    expect(inGroups.map(({ id }) => id).toSorted()).toEqual(IDS.toSorted());
    for (const { about, rules } of groupsOf(ALL_RULES)) {
      expect(new Set(rules.map((rule) => rule.about))).toEqual(new Set([about]));
    }
  });

  it.each(['docs/rules.md', 'docs/rules.es.md'])('is in %s as npm run rules writes it', (file) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toBe(rulesLists()[file]);
  });

  it('gives the harder of two levels first', () => {
    const rule = { id: 'x', about: 'file', check: () => undefined } as const;
    expect(levelsOf({ ...rule, level: 'warn', alsoLevel: 'block' })).toEqual(['block', 'warn']);
    expect(levelsOf({ ...rule, level: 'block', alsoLevel: 'warn' })).toEqual(['block', 'warn']);
    expect(levelsOf({ ...rule, level: 'note' })).toEqual(['note']);
  });
});

describe('the example of each rule', () => {
  it('is there, and no rule that is gone has one', () => {
    expect(Object.keys(RULE_EXAMPLES).toSorted()).toEqual(IDS.toSorted());
  });

  it.each(Object.entries(RULE_EXAMPLES))('breaks the rule: %s', async (id, example) => {
    const result = await checkExample(example);
    expect(result?.findings.map(({ ruleId }) => ruleId)).toContain(id);
  });

  it.each(
    Object.entries(RULE_EXAMPLES).flatMap(([id, example]) =>
      Object.keys(LOCALES).map((locale) => [id, locale, example] as const),
    ),
  )('is the one in the text: %s, %s', (id, locale, example) => {
    const text = textOf(locale, wordsOfRule(id).example);
    const { files, shows = [] } = example;
    const named = [...files.map(({ name }) => name), ...shows];
    expect(named.filter((words) => !text.includes(words))).toEqual([]);
    expect(shows.filter((words) => !isIn(example, words))).toEqual([]);
  });
});

/** Whether the last file, or what is known about it, has these words. */
function isIn({ files }: RuleExample, words: string): boolean {
  const { content, known = {} } = files.at(-1) ?? {};
  const text = content instanceof Uint8Array ? Buffer.from(content).toString('latin1') : '';
  return text.includes(words) || JSON.stringify(known).includes(words);
}
