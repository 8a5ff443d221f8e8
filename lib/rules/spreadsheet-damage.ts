import type { Separator } from '../inspection/file-facts.ts';
import type { MessageKey } from '../words/words.ts';
import type { Rule } from './rule.ts';
import { mostFirst } from './rule.ts';

const WORDS: Readonly<Record<Separator, MessageKey>> = {
  comma: 'finding_separator_comma',
  tab: 'finding_separator_tab',
  pipe: 'finding_separator_pipe',
};
const KINDS = { comma: 'commas', tab: 'tabs', pipe: 'pipes' } as const;

/** Commas or tabs where carets belong: the extract was opened and saved in a spreadsheet. */
export const spreadsheetDamage: Rule = {
  id: 'spreadsheet-damage',
  level: 'block',
  check({ records }) {
    if (!records) return undefined;
    const [separator, rows] = mostFirst(records.otherSeparators)[0] ?? [];
    if (!separator || !rows || rows < records.rows / 2) return undefined;
    return { kind: KINDS[separator], words: [WORDS[separator]] };
  },
};
