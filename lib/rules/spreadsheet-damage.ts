import type { FileFacts, Separator } from '../inspection/file-facts.ts';
import type { MessageKey } from '../words/words.ts';
import type { Rule } from './rule.ts';
import { mostFirst } from './rule.ts';

type Damage = 'commas' | 'tabs' | 'pipes' | 'quotes' | 'lost-zeros';

const WORDS: Readonly<Record<Damage, MessageKey>> = {
  commas: 'finding_separator_comma',
  tabs: 'finding_separator_tab',
  pipes: 'finding_separator_pipe',
  quotes: 'finding_quotes',
  'lost-zeros': 'finding_lost_zeros',
};
const SEPARATORS: Readonly<Record<Separator, Damage>> = {
  comma: 'commas',
  tab: 'tabs',
  pipe: 'pipes',
};

/**
 * A spreadsheet leaves these traces when a person opens and saves an extract in it. A student
 * information system may write commas or tabs, too (CALPADS accepts commas), so their words name
 * both.
 */
export const spreadsheetDamage: Rule = {
  id: 'spreadsheet-damage',
  about: 'file',
  level: 'block',
  check({ records }) {
    const kind = records && damageOf(records);
    return kind && { kind, words: [WORDS[kind]] };
  },
};

function damageOf(records: FileFacts): Damage | undefined {
  const isMost = (rows = 0) => rows * 2 > records.rows;
  const [main] = mostFirst(records.otherSeparators);
  if (main && isMost(main[1])) {
    // Without a type in field 1, they are no records at all: see unknown-records.
    const hasTypes = Object.keys(records.separatedTypes).length > 0;
    return hasTypes ? SEPARATORS[main[0]] : undefined;
  }
  if (records.oddities['quoted record']) return 'quotes';
  if (isMost(records.oddities['short reporting LEA']?.count)) return 'lost-zeros';
  return undefined;
}
