import type { Container, FileFacts } from '../inspection/file-facts.ts';
import type { MessageKey, Words } from '../words/words.ts';
import type { Rule } from './rule.ts';
import { isPartOfSplit } from './split-part.ts';
import { zipContents } from './zip-contents.ts';

const WORDS: Readonly<Record<Container, MessageKey>> = {
  xlsx: 'finding_container_spreadsheet',
  excel: 'finding_container_spreadsheet',
  pdf: 'finding_container_pdf',
  html: 'finding_container_web_page',
  gzip: 'finding_container_gzip',
  zip: 'finding_container_zip_in_zip',
  word: 'finding_container_document',
  powerpoint: 'finding_container_document',
  ods: 'finding_container_document',
  odt: 'finding_container_document',
  opendocument: 'finding_container_document',
  iwork: 'finding_container_document',
  '7z': 'finding_container_archive',
  rar: 'finding_container_archive',
  tar: 'finding_container_archive',
  bzip2: 'finding_container_archive',
  xz: 'finding_container_archive',
  zstd: 'finding_container_archive',
  rtf: 'finding_container_rtf',
  mail: 'finding_container_mail',
  'split zip': 'finding_container_split_zip',
};

/** The names of programs and formats are the same in every language. */
const NAMES: Readonly<Partial<Record<Container, string>>> = {
  word: 'Word',
  powerpoint: 'PowerPoint',
  ods: 'LibreOffice Calc (.ods)',
  odt: 'LibreOffice Writer (.odt)',
  opendocument: 'LibreOffice',
  '7z': '7z',
  rar: 'RAR',
  tar: 'tar',
  bzip2: 'bzip2',
  xz: 'xz',
  zstd: 'Zstandard',
};

/** The three programs write the same kind of file, and only the name tells which one it was. */
const IWORK_NAMES: Readonly<Record<string, string>> = {
  numbers: 'Numbers',
  pages: 'Pages',
  key: 'Keynote',
};

/** The first bytes reveal a spreadsheet, a PDF or a saved login page, whatever the name says. */
export const wrongContainer: Rule = {
  id: 'wrong-container',
  about: 'file',
  level: 'block',
  fixes: ['rename'],
  check(file) {
    const { name, records, archive, reading, provenType } = file;
    if (archive && reading.extension.toLowerCase() === '.txt') {
      const inside = zipContents.check({ ...file, reading: { ...reading, extension: '.zip' } });
      return provenType && (!inside || inside.fix)
        ? { kind: 'zip', words: ['finding_container_zip'], fix: 'rename' }
        : { kind: 'zip', words: ['finding_container_zip_only'] };
    }
    const container = containerOf(name, records);
    if (!container) return undefined;
    return { kind: container, words: wordsFor(container, name) };
  },
};

/** The middle of a split zip has no mark. It may even show records, if the zip only stores them. */
function containerOf(name: string, records: FileFacts | undefined): Container | undefined {
  return records && (records.container ?? (isPartOfSplit(name) ? 'split zip' : undefined));
}

function wordsFor(container: Container, name: string): Words {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  // Word's older files begin with the same bytes as Excel's.
  if (container === 'excel' && ending === 'doc') return ['finding_container_document', 'Word'];
  if (container === 'iwork') {
    return ['finding_container_document', IWORK_NAMES[ending] ?? 'Numbers'];
  }
  const program = NAMES[container];
  return program ? [WORDS[container], program] : [WORDS[container]];
}
