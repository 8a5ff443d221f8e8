import { isWide } from '../inspection/wide-text.ts';
import type { Rule } from './rule.ts';

/**
 * CALPADS writes one byte per character. Two or four bytes come from an editor's "Unicode" save.
 */
export const wideEncoding: Rule = {
  id: 'wide-encoding',
  about: 'file',
  level: 'block',
  fixes: ['convert'],
  check({ records }) {
    if (!records || records.emptiness || !isWide(records.encoding)) return undefined;
    return {
      kind: records.encoding,
      words: ['finding_wide_encoding', records.encoding.toUpperCase()],
    };
  },
};
