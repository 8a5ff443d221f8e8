import type { FileFacts, LineEnd } from '../inspection/file-facts.ts';
import type { MessageKey } from '../words/words.ts';
import type { Rule } from './rule.ts';

const WORDS: Readonly<Record<Exclude<LineEnd, 'crlf'> | 'mixed', MessageKey>> = {
  lf: 'finding_line_ends_lf',
  cr: 'finding_line_ends_cr',
  crcrlf: 'finding_line_ends_crcrlf',
  mixed: 'finding_line_ends_mixed',
};

/**
 * CALPADS ends a record with CR LF. Other line ends come from an editor or a file transfer. No
 * source says that they do harm, so the file may go as it is.
 */
export const lineEnds: Rule = {
  id: 'line-ends',
  about: 'records',
  level: 'note',
  fixes: ['repair'],
  check({ records, archive }) {
    const kind = records && kindOf(records);
    if (!kind || kind === 'crlf') return undefined;
    return { kind, words: [WORDS[kind]], ...(!archive && { fix: 'repair' }) };
  },
};

function kindOf({ lineEnds: counts }: FileFacts): LineEnd | 'mixed' | undefined {
  const kinds = (Object.keys(counts) as LineEnd[]).filter((kind) => counts[kind] > 0);
  return kinds.length > 1 ? 'mixed' : kinds[0];
}
