import { cp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Build, OtherBuild } from './stage.ts';
import { extensionDir } from './stage.ts';

/** As in `public/_locales`. */
export type Messages = Readonly<Record<string, { readonly message: string }>>;

/**
 * A copy of the shipped build with these texts in place of the English ones, because the extension
 * follows the browser's language.
 */
export function copyWith(messages: Messages, language: string, build: Build): OtherBuild {
  const dir = join(tmpdir(), `upload-assistant-${language}-${build}-${process.pid}`);
  return {
    dir,
    async prepare() {
      await cp(extensionDir(build, 'with the extension') ?? '', dir, { recursive: true });
      const english = join(dir, '_locales', 'en', 'messages.json');
      await writeFile(english, JSON.stringify(messages));
    },
  };
}

/** The browsers limit the length of a name, and the locale is a code. */
const KEPT = /^(locale|extension_.*)$/;
const MORE = 1.4;
const ACCENTED: Readonly<Record<string, string>> = {
  a: 'áa',
  e: 'éē',
  i: 'íi',
  o: 'óö',
  u: 'úü',
  A: 'ÁA',
  E: 'ÉE',
  I: 'ÍI',
  O: 'ÓO',
  U: 'ÚU',
};
/** A word of the padding is no longer than a usual one. */
const PADDING_WORD = 'é'.repeat(6);

/** The same texts, 40 % longer, in brackets and with accents. They can still be read. */
export function longer(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, text]) => [
      key,
      KEPT.test(key) ? text : { message: longerText(text.message) },
    ]),
  );
}

/** Words grow where vowels are; numbers, and placeholders such as `$1`, stay. */
function longerText(text: string): string {
  const grown = text.replace(/[aeiouAEIOU]/g, (vowel) => ACCENTED[vowel] ?? vowel);
  const missing = Math.ceil(text.length * MORE) - grown.length - '[]'.length;
  const padding = ` ${PADDING_WORD}`.repeat(Math.max(0, Math.ceil(missing / PADDING_WORD.length)));
  return `[${grown}${padding}]`;
}
