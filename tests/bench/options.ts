import { parseArgs } from 'node:util';

const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

const MEGABYTE = 1_000_000;
const DEFAULT_SIZES = '30,200,2000';

export interface BenchOptions {
  /** Which part of the assistant to measure, e.g. `inspect`. */
  readonly subject: string | undefined;
  /** The sizes of the files to measure with, in bytes, ascending. */
  readonly sizes: readonly number[];
  readonly browsers: readonly BrowserName[];
}

/** @throws RangeError if a size is not a number, or a browser is not one of the two */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      size: { type: 'string', default: DEFAULT_SIZES },
      browser: { type: 'string', default: BROWSERS.join(',') },
    },
  });
  return {
    subject: positionals[0],
    sizes: values.size
      .split(',')
      .map(toBytes)
      .toSorted((a, b) => a - b),
    browsers: values.browser.split(',').map(toBrowser),
  };
}

function toBytes(megabytes: string): number {
  const bytes = Number(megabytes) * MEGABYTE;
  if (bytes > 0 && Number.isInteger(bytes)) return bytes;
  throw new RangeError(`--size takes megabytes, e.g. --size=30,200; not ${megabytes}`);
}

function toBrowser(name: string): BrowserName {
  const known = BROWSERS.find((each) => each === name);
  if (known) return known;
  throw new RangeError(`--browser takes ${BROWSERS.join(' or ')}; not ${name}`);
}
