import type { Words } from '../words/words.ts';
import { readHeader } from './header.ts';
import { tablesIn } from './html-table.ts';
import type { StyleRule } from './page-styles.ts';
import { styleRules } from './page-styles.ts';
import { parseWork, simplified } from './parse-work.ts';
import type { PastedLines } from './pasted-lines.ts';
import { linesOfTables, linesOfText } from './pasted-lines.ts';
import type { ReceiptRow } from './read-row.ts';
import type { ReceiptTable } from './read-table.ts';
import { readTable } from './read-table.ts';
import { Refusal } from './refusal.ts';

/** What the clipboard holds. */
export interface Pasted {
  readonly text: string;
  readonly html?: string;
}

/** A table is read as a whole or not at all. */
export type ReceiptReading =
  | ({ readonly kind: 'read' } & ReceiptTable)
  | {
      readonly kind: 'refused';
      /** 1-based line of the pasted text, or row of the pasted table. */
      readonly line: number;
      readonly why: Words;
    };

export type { ReceiptRow };

/** Characters of text or html. The help desk's table has a few hundred for each organization. */
const MOST_CHARACTERS = 1_000_000;
/** Enough for 700 elements inside one another, or for 10,000 cells in a mail laid out with 20 tables. */
const MOST_PARSE_WORK = 300_000;

/**
 * Reads the row counts in the help desk's answer (domain facts, section 4) from a pasted mail, page
 * or sheet. It never guesses: a number whose organization, school year or file type is in doubt
 * refuses the whole table. A paste that would take long to read is refused, too.
 * @param parseHtml makes a page of html without running or loading anything in it, as `DOMParser`
 * does. Without it, or without a table in the html, the text is read.
 */
export function readReceipts(
  { text, html = '' }: Pasted,
  parseHtml?: (html: string) => Document,
): ReceiptReading {
  try {
    if (Math.max(text.length, html.length) > MOST_CHARACTERS) {
      throw new Refusal(1, ['receipt_too_long', { bytes: MOST_CHARACTERS }]);
    }
    const table =
      html && parseHtml ? tableLines(parse(html, parseHtml), styleRules(html)) : undefined;
    return { kind: 'read', ...readTable(table ?? linesOfText(text)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: 'refused', line: error.line, why: error.why };
  }
}

function parse(html: string, parseHtml: (html: string) => Document): Document {
  const plain = simplified(html);
  if (parseWork(plain) > MOST_PARSE_WORK) throw new Refusal(1, ['receipt_nested']);
  return parseHtml(plain);
}

/**
 * Rows from the first table with column names on, so that a logo's table above does not count.
 * Absent when no table has them, as in a mail that is laid out with tables.
 */
function tableLines(page: Document, rules: readonly StyleRule[]): PastedLines | undefined {
  const tables = tablesIn(page, rules);
  const first = tables.findIndex((table) => hasHeader(linesOfTables([table])));
  return first < 0 ? undefined : linesOfTables(tables.slice(first));
}

function hasHeader(source: PastedLines): boolean {
  return source.lines.some((_line, at) => {
    const reading = readHeader(source, at);
    return reading !== undefined && reading.kind !== 'partial';
  });
}
