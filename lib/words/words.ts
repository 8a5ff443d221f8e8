import type messages from '../../public/_locales/en/messages.json';

/** Every text that a person reads has a key in public/_locales, and the compiler knows all keys. */
export type MessageKey = keyof typeof messages;

/** A value inside a text. It stays typed until it is shown, so each language can format it. */
export type WordArg =
  | string
  | { readonly bytes: number }
  | { readonly count: number }
  /** Milliseconds since 1970, shown as a day. */
  | { readonly day: number }
  | { readonly list: readonly string[] };

/** A text to show: its key, then the values for `$1`, `$2`, … */
export type Words = readonly [MessageKey, ...WordArg[]];

/**
 * Formats a value for the reader's language. Sizes are decimal, like the limits: 30 MB is
 * 30,000,000 bytes.
 */
export function formatArg(arg: WordArg, locale: string): string {
  if (typeof arg === 'string') return arg;
  if ('count' in arg) return new Intl.NumberFormat(locale).format(arg.count);
  if ('day' in arg) return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(arg.day);
  if ('list' in arg) return new Intl.ListFormat(locale).format(arg.list);
  return formatBytes(arg.bytes, locale);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Rounds up, because a size just over a limit must not read as the limit itself. */
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
