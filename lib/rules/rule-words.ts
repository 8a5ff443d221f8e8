import type { MessageKey } from '../words/words.ts';
import type { About, Fix, Level, Rule } from './rule.ts';

/** The texts about one rule in the list for people. Each is a key in the locale files. */
export interface RuleWords {
  /** What the rule checks, as a question. A file passes if the answer is yes. */
  readonly what: MessageKey;
  readonly why: MessageKey;
  readonly do: MessageKey;
  /** An invented file that breaks the rule. */
  readonly example: MessageKey;
}

/** Each rule has four texts, e.g. `rule_empty_file_what`. tests/unit/rules/rule-words.test.ts checks it. */
export function wordsOfRule(ruleId: Rule['id']): RuleWords {
  const id = ruleId.replaceAll('-', '_');
  return {
    what: `rule_${id}_what` as MessageKey,
    why: `rule_${id}_why` as MessageKey,
    do: `rule_${id}_do` as MessageKey,
    example: `rule_${id}_example` as MessageKey,
  };
}

export const LEVEL_WORDS: Readonly<Record<Level, MessageKey>> = {
  block: 'rules_level_block',
  warn: 'rules_level_warn',
  note: 'rules_level_note',
};

export const FIX_WORDS: Readonly<Record<Fix, MessageKey>> = {
  'take out': 'rules_fix_take_out',
  rename: 'rules_fix_rename',
  zip: 'rules_fix_zip',
  'zip parts': 'rules_fix_zip_parts',
  'text parts': 'rules_fix_text_parts',
  'choose school year': 'rules_fix_school_year',
  convert: 'rules_fix_convert',
  drop: 'rules_fix_drop',
  repair: 'rules_fix_repair',
  'cut by year': 'rules_fix_cut_by_year',
  'say parts': 'rules_fix_say_parts',
  'say which part': 'rules_fix_say_which_part',
};

/** The groups of the list, in their order. */
export const ABOUT_WORDS: Readonly<Record<About, MessageKey>> = {
  file: 'rules_about_file',
  records: 'rules_about_records',
  name: 'rules_about_name',
  batch: 'rules_about_batch',
  parts: 'rules_about_parts',
};

export interface RuleGroup {
  readonly about: About;
  readonly heading: MessageKey;
  readonly rules: readonly Rule[];
}

/** The rules by what they are about, in the order in which a person reads the findings. */
export function groupsOf(rules: readonly Rule[]): RuleGroup[] {
  return (Object.keys(ABOUT_WORDS) as About[]).map((about) => ({
    about,
    heading: ABOUT_WORDS[about],
    rules: rules.filter((rule) => rule.about === about),
  }));
}

/** The levels that its findings can have, the harder one first. */
export function levelsOf({ level, alsoLevel }: Rule): Level[] {
  const levels: readonly Level[] = ['block', 'warn', 'note'];
  return levels.filter((each) => each === level || each === alsoLevel);
}
