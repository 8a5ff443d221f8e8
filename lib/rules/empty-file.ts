import type { Emptiness } from '../inspection/file-facts.ts';
import type { MessageKey } from '../words/words.ts';
import type { Rule } from './rule.ts';

const WORDS: Readonly<Record<Emptiness, MessageKey>> = {
  'zero-bytes': 'finding_empty_zero_bytes',
  'byte-order-mark-only': 'finding_empty_byte_order_mark',
  'blank-lines-only': 'finding_empty_blank_lines',
  'end-of-file-mark-only': 'finding_empty_end_of_file_mark',
  'separators-only': 'finding_empty_separators',
  'header-only': 'finding_empty_header',
};

/** "No Data in File" is one of the three failures that the site names. */
export const emptyFile: Rule = {
  id: 'empty-file',
  about: 'file',
  level: 'block',
  check({ records }) {
    if (!records?.emptiness) return undefined;
    return {
      kind: records.emptiness,
      words: [WORDS[records.emptiness], { bytes: records.bytes }],
    };
  },
};
