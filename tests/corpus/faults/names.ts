import { extractBytes } from '../extract.ts';
import type { FileType } from '../file-types.ts';
import { FILE_TYPES } from '../file-types.ts';
import { SCHOOL_YEAR, specOf } from './edit.ts';
import type { ExpectedFinding, Form } from './form.ts';
import { block } from './form.ts';

/** Good 2022-23 content under a wrong name. A rename to `<TYPE> 2022-23.txt` fixes it. */
function misnamed(
  id: string,
  fileType: FileType,
  name: string,
  expected: readonly ExpectedFinding[] = [block('name-not-exact')],
): Form {
  return {
    id,
    name,
    bytes: () => extractBytes(specOf(fileType)),
    expected,
    rightName: `${fileType} ${SCHOOL_YEAR}.txt`,
  };
}

const WRONG_EXTENSION = [block('wrong-extension')];
const WRONG_EXTENSION_AND_NAME = [block('wrong-extension'), block('name-not-exact')];

/** Names with wrong letters, blanks or hyphens. `%` stands for the file type. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'two-blanks': '%  2022-23.txt',
  'blank-first': ' % 2022-23.txt',
  'blank-before-dot': '% 2022-23 .txt',
  'second-download': '% 2022-23 (1).txt',
  'second-download-no-blank': '% 2022-23(1).txt',
  'twelfth-download': '% 2022-23 (12).txt',
  'no-break-space': '%\u00a02022-23.txt',
  'narrow-no-break-space': '%\u202f2022-23.txt',
  tab: '%\t2022-23.txt',
  'zero-width-space': '%\u200b 2022-23.txt',
  'text-direction-mark': '\u200e% 2022-23.txt',
  'en-dash': '% 2022\u201323.txt',
  'em-dash': '% 2022\u201423.txt',
  'no-break-hyphen': '% 2022\u201123.txt',
  'minus-sign': '% 2022\u221223.txt',
  'long-year': '% 2022-2023.txt',
  'long-year-first': '2022-2023 %.txt',
  'short-year': '% 22-23.txt',
  'year-without-hyphen': '% 20222023.txt',
  'year-with-underscore': '% 2022_23.txt',
  'year-with-blank': '% 2022 23.txt',
  'year-with-blanks-around-hyphen': '% 2022 - 23.txt',
  underscore: '%_2022-23.txt',
  'underscore-year-first': '2022-23_%.txt',
  hyphen: '%-2022-23.txt',
  'no-blank': '%2022-23.txt',
  'full-stop': '%.2022-23.txt',
  'comma-after-type': '%, 2022-23.txt',
  'two-dots': '% 2022-23..txt',
  'extension-capitals': '% 2022-23.TXT',
  'extension-mixed-letters': '% 2022-23.Txt',
  'words-before': 'Maple Leaf % 2022-23.txt',
  'words-after': '% 2022-23 final.txt',
  'words-between': '% file 2022-23.txt',
  'copy-of': 'Copy of % 2022-23.txt',
  'copy-after': '% 2022-23 - Copy.txt',
  'date-after': '% 2022-23 20231025.txt',
  'lea-before': '0199901 % 2022-23.txt',
  'record-code': '%-R 2022-23.txt',
  'csv-inside': '% 2022-23.csv.txt',
  'impossible-year': '% 2022-24.txt',
};

const spellings: readonly Form[] = Object.entries(SPELLINGS).map(([id, pattern], index) => {
  const fileType = FILE_TYPES[index % FILE_TYPES.length] ?? 'SENR';
  return misnamed(`name-${id}`, fileType, pattern.replace('%', fileType));
});

/** One part alone. Nobody knows whether it is the whole file. */
const PART_ALONE = [block('name-not-exact'), block('which-part')];

const parts: readonly Form[] = [
  misnamed('name-part-of-a-split', 'SENR', 'SENR 2022-23 part 1 of 3.txt', PART_ALONE),
  misnamed('name-second-part', 'SCSC', 'SCSC 2022-23 part 2.txt', PART_ALONE),
  misnamed('name-part-in-brackets', 'SINF', 'SINF 2022-23 (2 of 2).txt', PART_ALONE),
  misnamed('name-part-short', 'SCTE', 'SCTE_2022-23_pt3.txt', PART_ALONE),
];

const downloads: readonly Form[] = [
  misnamed('name-small-letters', 'CRSC', 'crsc 2022-23.txt'),
  misnamed('name-small-letters-year-first', 'SELA', '2022-23 sela.txt'),
  misnamed('name-first-letter-capital', 'SENR', 'Senr 2022-23.txt'),
  misnamed('name-only-type', 'SPRG', 'SPRG.txt'),
  misnamed('name-only-year', 'SCSC', '2022-23.txt'),
  misnamed('name-type-and-job-number', 'SENR', 'SENR_8812731.txt'),
  misnamed('name-legacy-code', 'SINF', 'C68130K.txt'),
  misnamed('name-digits-only', 'SCTE', '8812731.txt'),
  misnamed('name-ods-extract', 'SELA', 'ODSExtract_20230926.txt'),
  misnamed('name-download', 'CRSC', 'download.txt'),
  misnamed('name-words-for-type', 'SENR', 'Student Enrollment 2022-23.txt'),
  misnamed('name-type-inside-a-word', 'SINF', 'SINFONIA.txt'),
  misnamed('name-two-types', 'SENR', 'SENR SINF 2022-23.txt'),
  misnamed('name-full-width-letters', 'SENR', '\uff33\uff25\uff2e\uff32 2022-23.txt'),
];

const extensions: readonly Form[] = [
  misnamed('extension-twice', 'SENR', 'SENR 2022-23.txt.txt', WRONG_EXTENSION),
  misnamed('extension-twice-capitals', 'SCSC', 'SCSC 2022-23.TXT.txt', WRONG_EXTENSION),
  misnamed('extension-none', 'SINF', 'SINF 2022-23', WRONG_EXTENSION),
  misnamed('extension-none-year-first', 'SINF', '2022-23 SINF', WRONG_EXTENSION),
  misnamed('extension-csv', 'CRSC', 'CRSC 2022-23.csv', WRONG_EXTENSION),
  misnamed('extension-dat', 'SCTE', 'SCTE 2022-23.dat', WRONG_EXTENSION),
  misnamed('extension-text', 'SELA', 'SELA 2022-23.text', WRONG_EXTENSION),
  misnamed('extension-after-txt', 'SENR', 'SENR 2022-23.txt.csv', WRONG_EXTENSION),
  misnamed('extension-csv-long-year', 'SENR', 'SENR 2022-2023.csv', WRONG_EXTENSION_AND_NAME),
  misnamed('extension-none-legacy-code', 'SINF', 'C68130K', WRONG_EXTENSION_AND_NAME),
  misnamed('extension-dat-small-letters', 'SPRG', 'sprg 2022-23.dat', WRONG_EXTENSION_AND_NAME),
];

/** Nothing can be done with these, whatever they hold, so they have no right name. */
function unfinished(id: string, name: string): Form {
  return {
    id: `unfinished-${id}`,
    name,
    bytes: () => extractBytes(specOf('SCSC')),
    expected: [block('unfinished-download')],
  };
}

const unfinishedDownloads: readonly Form[] = [
  unfinished('chromium', 'SCSC 2022-23.txt.crdownload'),
  unfinished('chromium-unconfirmed', 'Unconfirmed 881273.crdownload'),
  unfinished('legacy-code', 'C68130K.crdownload'),
  unfinished('firefox', 'SCSC 2022-23.txt.part'),
  unfinished('safari', 'SCSC 2022-23.txt.download'),
  unfinished('edge', 'SCSC 2022-23.txt.partial'),
  unfinished('opera', 'SCSC 2022-23.opdownload'),
  unfinished('temporary', 'SCSC 2022-23.tmp'),
  unfinished('lock-file', '~$SCSC 2022-23.txt'),
];

/** The records of 2022-23 prove that the other year in the name is wrong, or is no year at all. */
const otherYears: readonly Form[] = [
  misnamed('name-month-and-day', 'SENR', 'SENR 10-11.txt'),
  misnamed('name-grades', 'SINF', 'SINF grades 11-12.txt'),
  misnamed('name-grades-only', 'SENR', 'grades 9-10 11-12.txt'),
  misnamed('name-time', 'SELA', 'SELA 1718.txt'),
  misnamed('name-other-year-underscores', 'SCSC', 'SCSC_21_22.txt'),
  misnamed('name-other-year-joined', 'SCSC', 'SCSC2122.txt'),
  misnamed('name-other-fiscal-year', 'CRSC', 'CRSC FY22.txt'),
  misnamed('name-other-year-in-words', 'SCTE', 'SCTE 2021 to 2022.txt'),
  misnamed('name-other-year-long', 'SPRG', 'SPRG 2021-2022.txt'),
  misnamed('name-other-year-second-download', 'SENR', 'SENR 2021-22 (1).txt'),
  misnamed('name-fiscal-year', 'CRSC', 'CRSC FY23.txt'),
  misnamed('name-year-in-words', 'SCTE', 'SCTE 2022 to 2023.txt'),
  misnamed('name-year-joined', 'SCSC', 'SCSC2223.txt'),
];

/** Good content under a name that the upload page does not accept. */
export const NAME_FORMS: readonly Form[] = [
  ...spellings,
  ...parts,
  ...downloads,
  ...extensions,
  ...unfinishedDownloads,
  ...otherYears,
];
