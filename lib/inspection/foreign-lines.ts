import { isColumnName, isHeaderRow } from '../calpads/column-names.ts';
import { ascii, isDigit } from './ascii.ts';
import type { ForeignKind, ForeignLines, OddLines, Separator } from './file-facts.ts';
import { LINES_NAMED } from './tally.ts';

/** Lines that are surely not records, so a copy may leave them out. */
export const SURPLUS_KINDS = [
  'column names',
  'query footer',
  'no data',
] as const satisfies ForeignKind[];

/** Lines that may be a part of a record, so only a person can judge them. */
export const DOUBTFUL_KINDS = [
  'other separator',
  'piece of a record',
  'text',
] as const satisfies ForeignKind[];

export function isSurplus(kind: ForeignKind): boolean {
  return (SURPLUS_KINDS as readonly ForeignKind[]).includes(kind);
}

/** A file with more of them is downloaded again rather than repaired. */
export const MOST_LINES_LISTED = 1000;

/** The foreign lines of these kinds together. */
export function foreignOf(lines: ForeignLines, kinds: readonly ForeignKind[]): OddLines {
  const found = kinds.map((kind) => lines[kind]).filter((each) => each !== undefined);
  return {
    count: found.reduce((sum, { count }) => sum + count, 0),
    firstLines: found
      .flatMap(({ firstLines }) => firstLines)
      .toSorted((a, b) => a - b)
      .slice(0, LINES_NAMED),
  };
}

export function foreignCount(lines: ForeignLines): number {
  return foreignOf(lines, [...SURPLUS_KINDS, ...DOUBTFUL_KINDS]).count;
}

/** What the line is that is not a record, and what it shows of itself. */
export type OtherLine =
  | { readonly kind: 'blank'; readonly hasEndOfFileMark: boolean }
  | { readonly kind: 'column names'; readonly names: readonly string[] }
  | { readonly kind: 'other separator'; readonly separator: Separator }
  | { readonly kind: Exclude<ForeignKind, 'column names' | 'other separator'> };

/** Where the line is. It decides how sure a reader can be that names are column names. */
export type Place = 'above all records' | 'below column names' | 'among records';

const TAB = 9;
const END_OF_FILE_MARK = 0x1a;
const SPACE = 32;
const COMMA = 44;
const CARET = 94;
const PIPE = 124;
/** What a drawn line is made of: `-----`, `=====`, `+----+`. */
const DRAWN: readonly number[] = [...'-=_*+'].map((letter) => letter.charCodeAt(0));
const SHORTEST_DRAWN_LINE = 3;
/** No column name has a longer number, and a record has a year, a date or an id. */
const LONGEST_NUMBER_IN_NAMES = 3;

/** @param line the bytes of a line that does not begin with a record code */
export function readOtherLine(line: Uint8Array, place: Place): OtherLine {
  const tally = { blank: 0, mark: 0, comma: 0, tab: 0, pipe: 0, caret: 0, drawn: 0 };
  let digits = 0;
  let longestNumber = 0;
  for (const byte of line) {
    digits = isDigit(byte) ? digits + 1 : 0;
    if (digits > longestNumber) longestNumber = digits;
    if (byte === SPACE) tally.blank += 1;
    else if (byte === TAB) tally.tab += 1;
    else if (byte === COMMA) tally.comma += 1;
    else if (byte === PIPE) tally.pipe += 1;
    else if (byte === CARET) tally.caret += 1;
    else if (byte === END_OF_FILE_MARK) tally.mark += 1;
    else if (DRAWN.includes(byte)) tally.drawn += 1;
  }
  const blank = tally.blank + tally.tab + tally.mark;
  if (blank === line.length) return { kind: 'blank', hasEndOfFileMark: tally.mark > 0 };
  const isDrawn = tally.drawn === 0 || tally.drawn >= SHORTEST_DRAWN_LINE;
  const noData = blank + tally.comma + tally.pipe + tally.caret + tally.drawn;
  if (noData === line.length && isDrawn) return { kind: 'no data' };

  if (tally.caret > 0 && longestNumber <= LONGEST_NUMBER_IN_NAMES) {
    const fields = ascii(line).split('^');
    if (areColumnNames(fields, place)) {
      return { kind: 'column names', names: fields.filter(isColumnName) };
    }
  }
  const separator = mainSeparator(tally);
  if (separator) return { kind: 'other separator', separator };
  if (tally.caret > 0) return { kind: 'piece of a record' };
  return { kind: isQueryFooter(line) ? 'query footer' : 'text' };
}

/**
 * Above the records, most fields have to look like column names. Among them, many have to consist
 * of nothing but words from column names, so that no half of a record is taken for them. A line
 * with the rest of the column names may have few fields.
 */
function areColumnNames(fields: readonly string[], place: Place): boolean {
  const filled = fields.filter((field) => field.trim() !== '');
  const sure = filled.filter(isColumnName).length;
  if (isHeaderRow(fields)) return place !== 'among records' || sure * 4 >= filled.length;
  return place !== 'among records' && filled.length > 1 && sure === filled.length;
}

const LONGEST_FOOTER = 100;
const FOOTERS: readonly RegExp[] = [
  // (3 rows affected), 3 rows selected., (1 row(s) affected), 3 record(s) selected., (40 rows)
  /^(query ok, )?\(?\s*(\d[\d,]*|no) (rows?|records?|row\(s\)|record\(s\))( (affected|selected|returned|exported|fetched|retrieved|in set|written|copied))?( \([\d.]+ s(ec)?\))?\.?\s*\)?\.?$/i,
  // Rows: 3, Total records: 3, Row count = 3
  /^(total )?(number of )?(rows?|records?)( count| affected| selected)?\s*[:=]\s*\d[\d,]*\.?$/i,
  /^completion time: [\dtz:.+-]+$/i,
  /^sql> ?(spool off|exit|quit)?;?$/i,
  /^pl\/sql procedure successfully completed\.$/i,
];

function isQueryFooter(line: Uint8Array): boolean {
  if (line.length > LONGEST_FOOTER) return false;
  const text = ascii(line).replaceAll('\x1a', '').trim();
  return FOOTERS.some((footer) => footer.test(text));
}

function mainSeparator(tally: Record<Separator | 'caret', number>): Separator | undefined {
  if (tally.caret > 2) return undefined;
  const [most] = (['tab', 'pipe', 'comma'] as const).toSorted((a, b) => tally[b] - tally[a]);
  return most && tally[most] > 2 ? most : undefined;
}
