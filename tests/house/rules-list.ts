import { ALL_RULES } from '../../lib/rules/all-rules.ts';
import type { Rule } from '../../lib/rules/rule.ts';
import {
  FIX_WORDS,
  groupsOf,
  LEVEL_WORDS,
  levelsOf,
  wordsOfRule,
} from '../../lib/rules/rule-words.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import es from '../../public/_locales/es/messages.json' with { type: 'json' };

type Say = (key: MessageKey) => string;

/** The rules as documents, by file. They say what the page in the extension says. */
export function rulesLists(): Readonly<Record<string, string>> {
  return {
    'docs/rules.md': rulesList((key) => en[key].message),
    'docs/rules.es.md': rulesList((key) => es[key].message),
  };
}

function rulesList(say: Say): string {
  const paragraphs = [
    `# ${say('rules_title')}`,
    say('rules_intro'),
    say('rules_levels'),
    ...groupsOf(ALL_RULES).flatMap(({ heading, rules }) => [
      `## ${say(heading)}`,
      ...rules.flatMap((rule) => entry(rule, say)),
    ]),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function entry(rule: Rule, say: Say): string[] {
  const words = wordsOfRule(rule.id);
  const levels = levelsOf(rule).map((level) => say(LEVEL_WORDS[level]));
  const fixes = rule.fixes?.map((fix) => say(FIX_WORDS[fix])).join(' · ');
  const lines: readonly (readonly [MessageKey, string])[] = [
    ['rules_why', say(words.why)],
    ['rules_do', say(words.do)],
    ...(fixes ? [['rules_fix', fixes] as const] : []),
    ['rules_example', say(words.example)],
  ];
  return [
    `### ${say(words.what)}`,
    `\`${rule.id}\` · ${levels.join(' · ')}`,
    lines.map(([key, text]) => `- **${say(key)}:** ${asText(text)}`).join('\n'),
  ];
}

/** Keeps Markdown from reading a sign such as `_` or `~` in a name. */
function asText(text: string): string {
  return text.replaceAll(/[\\`*_~[\]<>]/g, (sign) => `\\${sign}`);
}
