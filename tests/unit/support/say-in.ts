import type { Words } from '../../../lib/words/words.ts';
import { formatArg } from '../../../lib/words/words.ts';
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };
import es from '../../../public/_locales/es/messages.json' with { type: 'json' };

const LOCALES = { en, es } as const;

/** Writes texts as the browser does, from the locale's file. */
export function sayIn(language: keyof typeof LOCALES): (words: Words) => string {
  return ([key, ...args]) =>
    LOCALES[language][key].message.replace(/\$(\d)/g, (_, place: string) => {
      const arg = args[Number(place) - 1];
      return arg === undefined ? '' : formatArg(arg, language);
    });
}
