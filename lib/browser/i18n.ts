import type { MessageKey, WordArg, Words } from '../words/words.ts';
import { formatArg } from '../words/words.ts';
import { native } from './native.ts';

/** The text for a key in the reader's language, with its values written as that language does. */
export function t(key: MessageKey, ...args: readonly WordArg[]): string {
  const locale = uiLocale();
  return native().i18n.getMessage(
    key,
    args.map((arg) => formatArg(arg, locale)),
  );
}

/** A text without values: the content script has no others, and no room for what writes values. */
export function plainText(key: MessageKey): string {
  return native().i18n.getMessage(key);
}

export function say([key, ...args]: Words): string {
  return t(key, ...args);
}

/** Of the language that the texts are in, which need not be the language of the whole browser. */
export function uiLocale(): string {
  return native().i18n.getMessage('locale') || 'en';
}
