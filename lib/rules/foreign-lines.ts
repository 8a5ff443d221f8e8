import type { FileFacts, ForeignKind } from '../inspection/file-facts.ts';
import { DOUBTFUL_KINDS, foreignOf } from '../inspection/foreign-lines.ts';
import type { MessageKey } from '../words/words.ts';
import type { Rule } from './rule.ts';
import { lineNumbers } from './rule.ts';

type Doubtful = (typeof DOUBTFUL_KINDS)[number];

const FEW: Readonly<Record<Doubtful, MessageKey>> = {
  'other separator': 'finding_foreign_separators',
  'piece of a record': 'finding_foreign_pieces',
  text: 'finding_foreign_text',
};
const MANY: Readonly<Record<Doubtful, MessageKey>> = {
  'other separator': 'finding_foreign_separators_many',
  'piece of a record': 'finding_foreign_pieces_many',
  text: 'finding_foreign_text_many',
};

/**
 * Lines between the records that are no records. Nobody but the person knows whether one is a note
 * or the rest of a broken record, so no click removes them.
 */
export const foreignLines: Rule = {
  id: 'foreign-lines',
  about: 'file',
  level: 'warn',
  alsoLevel: 'block',
  check({ records }) {
    if (!records) return undefined;
    const { count, firstLines } = foreignOf(records.foreignLines, DOUBTFUL_KINDS);
    if (count === 0) return undefined;
    const kind = mostFrequent(records.foreignLines);
    const level = isMany(count, records) ? 'block' : 'warn';
    const key = (level === 'block' ? MANY : FEW)[kind];
    return {
      kind,
      level,
      words: [key, { count }, lineNumbers(firstLines), { count: records.rows }],
    };
  },
};

/**
 * One line in twenty. Up to two lines in a short file are few, unless they are half of it. A record
 * that is broken once, or a note, is a warning. A file in which every record is broken, or that is
 * mostly something else, is blocked. Source: none, chosen so that a rare line end inside an address
 * does not hold back a true extract.
 */
export function isMany(lines: number, { rows }: Pick<FileFacts, 'rows'>): boolean {
  return lines * MANY_IS_ONE_IN > rows + lines && (lines > MOST_FEW_LINES || lines >= rows);
}

const MANY_IS_ONE_IN = 20;
const MOST_FEW_LINES = 2;

function mostFrequent(lines: FileFacts['foreignLines']): Doubtful {
  const countOf = (kind: ForeignKind) => lines[kind]?.count ?? 0;
  const [most = 'text'] = DOUBTFUL_KINDS.toSorted((a, b) => countOf(b) - countOf(a));
  return most;
}
