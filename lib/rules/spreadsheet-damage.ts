import type { FileFacts, Oddity, Separator } from '../inspection/file-facts.ts';
import { foreignCount } from '../inspection/foreign-lines.ts';
import type { MessageKey } from '../words/words.ts';
import { isMany } from './foreign-lines.ts';
import type { Rule, Verdict } from './rule.ts';
import { lineNumbers, mostFirst } from './rule.ts';

type OtherCharacter = 'commas' | 'tabs' | 'pipes';
type Damage =
  | 'quotes'
  | 'lost-zeros'
  | 'lost-zeros-school'
  | 'ssid-as-number'
  | 'dates'
  | 'quoted-fields';

const SEPARATORS: Readonly<Record<Separator, readonly [OtherCharacter, MessageKey]>> = {
  comma: ['commas', 'finding_separator_comma'],
  tab: ['tabs', 'finding_separator_tab'],
  pipe: ['pipes', 'finding_separator_pipe'],
};

/** Damage to single records. The first one found is named. */
const DAMAGES: readonly (readonly [Oddity, Damage, MessageKey])[] = [
  ['quoted record', 'quotes', 'finding_quotes'],
  ['short reporting LEA', 'lost-zeros', 'finding_lost_zeros'],
  ['short school', 'lost-zeros-school', 'finding_lost_zeros_school'],
  ['SSID as number', 'ssid-as-number', 'finding_ssid_as_number'],
  ['date with slashes', 'dates', 'finding_dates_with_slashes'],
  ['quoted fields', 'quoted-fields', 'finding_quoted_fields'],
];

/** The most lines in a sheet of a spreadsheet, today and before 2007. */
const LINES_OF_A_SHEET: readonly number[] = [1_048_576, 65_536];

/**
 * A spreadsheet leaves these traces when a person opens and saves an extract in it. A student
 * information system may write commas or tabs, too (CALPADS accepts commas), so their words name
 * both.
 */
export const spreadsheetDamage: Rule = {
  id: 'spreadsheet-damage',
  about: 'file',
  level: 'block',
  alsoLevel: 'warn',
  check({ records }) {
    if (!records) return undefined;
    const separator = mainSeparator(records);
    if (separator) return otherSeparator(separator, records);
    return damagedRecords(records) ?? fullSheet(records);
  },
};

/** What parts the fields in most lines, if that is not the caret. */
function mainSeparator(records: FileFacts): Separator | undefined {
  const [separator, lines] = mostFirst(records.otherSeparators)[0] ?? [undefined, 0];
  return lines * 2 > records.rows + foreignCount(records.foreignLines) ? separator : undefined;
}

/** Without a type in field 1, the lines are no records at all: see unknown-records. */
function otherSeparator(separator: Separator, { separatedTypes }: FileFacts): Verdict | undefined {
  const [kind, key] = SEPARATORS[separator];
  return Object.keys(separatedTypes).length > 0 ? { kind, words: [key] } : undefined;
}

function damagedRecords(records: FileFacts): Verdict | undefined {
  const damage = DAMAGES.find(([oddity]) => records.oddities[oddity]);
  const lines = damage && records.oddities[damage[0]];
  if (!lines) return undefined;
  const [, kind, key] = damage;
  const words = [key, { count: lines.count }, lineNumbers(lines.firstLines)] as const;
  // A person may have two nicknames in quotes.
  const isDoubtful = kind === 'quoted-fields' && !isMany(lines.count, records);
  return { kind, words, ...(isDoubtful && { level: 'warn' }) };
}

/** The lines after the last one of a sheet are lost. A true extract may by chance be as long. */
function fullSheet({ rows, blankRows, foreignLines }: FileFacts): Verdict | undefined {
  const lines = rows + blankRows + foreignCount(foreignLines);
  if (!LINES_OF_A_SHEET.includes(lines)) return undefined;
  return { kind: 'full-sheet', level: 'warn', words: ['finding_full_sheet', { count: lines }] };
}
