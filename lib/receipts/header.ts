import { isFileType } from '../calpads/file-types.ts';
import type { Words } from '../words/words.ts';
import { shortened } from './cell-values.ts';
import type { Column } from './columns.ts';
import { columnNamed, columnNamesIn, typesMentioned } from './columns.ts';
import type { PastedLines } from './pasted-lines.ts';
import { COVERED, isBlank } from './pasted-lines.ts';
import type { Layout } from './separators.ts';
import { SEPARATORS } from './separators.ts';

/** The line of column names above rows. */
export interface Header {
  /** 1-based. */
  readonly line: number;
  /** How many lines it takes: two when a mail program broke it. */
  readonly height: number;
  /** Per cell; nothing for a column that is ignored. */
  readonly columns: readonly (Column | undefined)[];
  readonly ignored: readonly string[];
  readonly layout: Layout;
}

export type HeaderReading =
  | { readonly kind: 'header'; readonly header: Header }
  /** It has the year and a file type, so it is one, but which column is which cannot be told. */
  | { readonly kind: 'unclear'; readonly why: Words }
  /** It has two names of columns or more, but not the year or no file type. */
  | { readonly kind: 'partial'; readonly why: Words };

/** Reads the line at an index as column names; nothing when it is another kind of line. */
export function readHeader(source: PastedLines, at: number): HeaderReading | undefined {
  const first = source.lines[at];
  if (!first || !mayBeHeader(first.text)) return undefined;
  const reading = readNames(first.text, first.line, 1);
  return joinedHeader(source, at) ?? reading;
}

/** Looked at first, because it is quick: most lines of a long text are no header. */
function mayBeHeader(text: string): boolean {
  return /year|org|district/i.test(text) || typesMentioned(text) > 0;
}

/** Column names that a mail program broke over two lines; both must hold known names only. */
function joinedHeader({ lines, wrapping }: PastedLines, at: number): HeaderReading | undefined {
  const [first, next] = lines.slice(at, at + 2);
  if (wrapping === 'impossible' || !first || !next || isBlank(next)) return undefined;
  if (!hasOnlyNames(first.text) || !hasOnlyNames(next.text)) return undefined;
  if (readNames(next.text, next.line, 1)?.kind === 'header') return undefined;
  const between = first.text.includes('\t') || next.text.includes('\t') ? '\t' : ' ';
  const joined = readNames(first.text + between + next.text, first.line, 2);
  return joined?.kind === 'header' && joined.header.ignored.length === 0 ? joined : undefined;
}

function hasOnlyNames(text: string): boolean {
  return columnNamesIn(text.replaceAll(/[|;,"]/g, ' ')) !== undefined;
}

function readNames(text: string, line: number, height: number): HeaderReading | undefined {
  let partial: HeaderReading | undefined;
  for (const separator of SEPARATORS) {
    const layout = separator(text);
    const reading = layout && readLayout(layout, line, height);
    if (reading && reading.kind !== 'partial') return reading;
    partial ??= reading;
  }
  return partial;
}

function readLayout(layout: Layout, line: number, height: number): HeaderReading | undefined {
  const columns = layout.names.map(columnNamed);
  const known = columns.filter((column) => column !== undefined);
  if (known.length < 2) return undefined;
  if (!known.includes('school year')) {
    return { kind: 'partial', why: ['receipt_no_year_column', { count: line }] };
  }
  if (!known.some(isFileType)) {
    return { kind: 'partial', why: ['receipt_no_type_column', { count: line }] };
  }
  const why = whyUnclear(layout.names, columns, line);
  if (why) return { kind: 'unclear', why };
  const ignored = layout.names.filter((name, at) => !columns[at] && name && name !== COVERED);
  return {
    kind: 'header',
    header: { line, height, columns, ignored: ignored.map(shortened), layout },
  };
}

function whyUnclear(
  names: readonly string[],
  columns: readonly (Column | undefined)[],
  line: number,
): Words | undefined {
  const twice = columns.findIndex((column, at) => column && columns.indexOf(column) < at);
  if (twice >= 0) return ['receipt_column_twice', { count: line }, names[twice] ?? ''];
  const wide = columns.findIndex((column, at) => column && names[at + 1] === COVERED);
  if (wide >= 0) return ['receipt_column_wide', { count: line }, names[wide] ?? ''];
  return undefined;
}
