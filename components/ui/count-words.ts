import { t, uiLocale } from '../../lib/browser/i18n.ts';
import { perLocale } from '../../lib/words/per-locale.ts';
import type { MessageKey } from '../../lib/words/words.ts';

/** The texts that come in a form for one and a form for more: `files_one`, `files_other`. */
export type CountedKey = {
  [Key in MessageKey]: Key extends `${infer Stem}_one`
    ? `${Stem}_other` extends MessageKey
      ? Stem
      : never
    : never;
}[MessageKey];

const pluralRules = perLocale((locale) => new Intl.PluralRules(locale));

export function tCount(key: CountedKey, count: number): string {
  const isOne = pluralRules(uiLocale()).select(count) === 'one';
  return t(isOne ? `${key}_one` : `${key}_other`, { count });
}
