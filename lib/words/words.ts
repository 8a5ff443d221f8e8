import type messages from '../../public/_locales/en/messages.json';
import { perLocale } from './per-locale.ts';
import { shownText } from './shown-text.ts';

/** Every text a person reads has a key in public/_locales; the compiler knows them all. */
export type MessageKey = keyof typeof messages;

/** A value inside a text. It stays typed until it is shown, so that each language formats it in its own way. */
export type WordArg =
  | string
  | { readonly bytes: number }
  | { readonly count: number }
  /** Milliseconds since 1970; shown as a day. */
  | { readonly day: number }
  /** The same as a day of which everyone knows the year: `Nov 1`. */
  | { readonly shortDay: number }
  /** Milliseconds since 1970; shown as a time of that day: `4:52 PM`. */
  | { readonly time: number }
  | { readonly list: readonly string[] }
  /** Each name with its count: `2021-22 (1,204) and 2022-23 (1,198)`. */
  | { readonly counts: readonly (readonly [name: string, count: number])[] };

/** A text to be: its key, then the values for `$1`, `$2`, … */
export type Words = readonly [MessageKey, ...WordArg[]];

/**
 * Writes a value as the reader's language does. Sizes are decimal, as the limits are: 30 MB is
 * 30,000,000 bytes. A text, whoever wrote it, cannot turn the words around it.
 */
export function formatArg(arg: WordArg, locale: string): string {
  if (typeof arg === 'string') return shownText(arg);
  if ('count' in arg) return formatCount(arg.count, locale);
  if ('counts' in arg) {
    const list = arg.counts.map(([name, count]) => `${name} (${formatCount(count, locale)})`);
    return formatArg({ list }, locale);
  }
  if ('day' in arg) return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(arg.day);
  if ('shortDay' in arg) {
    const format = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
    return format.format(arg.shortDay);
  }
  if ('time' in arg)
    return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(arg.time);
  if ('list' in arg) return new Intl.ListFormat(locale).format(arg.list.map(shownText));
  return formatBytes(arg.bytes, locale);
}

const countFormat = perLocale((locale) => new Intl.NumberFormat(locale));

function formatCount(count: number, locale: string): string {
  return countFormat(locale).format(count);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Just over a limit must not read as the limit itself, so sizes are rounded up. */
function formatBytes(bytes: number, locale: string): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const unit = UNITS[power] ?? 'byte';
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: bytes / 1000 ** power < 100 ? 1 : 0,
    roundingMode: 'ceil',
  });
  return format.format(bytes / 1000 ** power);
}
