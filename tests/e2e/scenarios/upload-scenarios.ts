import { extractBytes } from '../../corpus/extract.ts';
import type { GivenFile } from '../files.ts';
import { batchOfSeven, bytes, extract, sized } from '../files.ts';

/** What the server must have in the end, in the order chosen. */
export interface ExpectedFile {
  readonly name: string;
  /** Place of the chosen file, from 0, whose bytes these are, as they are or zipped. */
  readonly from: number;
  readonly how: 'same bytes' | 'zipped';
}

/** One journey from chosen files to the checklist; the same for every page and browser. */
export interface UploadScenario {
  readonly id: string;
  readonly files: readonly GivenFile[];
  /** The beginning of the button to press; none when everything goes straight through. */
  readonly button?: string;
  /** What the panel must say before the button is pressed. */
  readonly says?: readonly string[];
  readonly server: readonly ExpectedFile[];
  readonly description: string;
  /** Cells of the checklist after the thank-you text. */
  readonly sent: readonly string[];
}

const SENR = { fileType: 'SENR', schoolYear: '2022-23', rows: 200 } as const;

export const UPLOAD_SCENARIOS: readonly UploadScenario[] = [
  {
    id: 'a clean file goes straight through',
    files: [extract('SENR 2022-23.txt', 'SENR')],
    server: [{ name: 'SENR 2022-23.txt', from: 0, how: 'same bytes' }],
    description: 'SENR 2022-23',
    sent: ['SENR, 2022-23, sent'],
  },
  {
    id: 'a download is renamed with one click',
    files: [extract('SENR_8812731.txt', 'SENR')],
    button: 'Fix and attach',
    says: ['Sent as SENR 2022-23.txt', 'SENR 2022-23 · 200 rows'],
    server: [{ name: 'SENR 2022-23.txt', from: 0, how: 'same bytes' }],
    description: 'SENR 2022-23',
    sent: ['SENR, 2022-23, sent'],
  },
  {
    id: 'an empty file is held back, the good one goes',
    files: [bytes('SINF 2022-23.txt', ''), extract('SENR 2022-23.txt', 'SENR')],
    button: 'Attach the good file',
    says: ['There is a problem', 'No data in file: it has 0 bytes.'],
    server: [{ name: 'SENR 2022-23.txt', from: 1, how: 'same bytes' }],
    description: 'SENR 2022-23',
    sent: ['SENR, 2022-23, sent', 'SINF, 2022-23, missing'],
  },
  {
    id: 'a file of 31 MB is zipped and proven',
    files: [sized('SCSC 2022-23.txt', 'SCSC', 31_000_000)],
    button: 'Fix and attach',
    says: ['It is 31 MB. The limit is 30 MB.', 'Sent as SCSC 2022-23.zip'],
    server: [{ name: 'SCSC 2022-23.zip', from: 0, how: 'zipped' }],
    description: 'SCSC 2022-23',
    sent: ['SCSC, 2022-23, sent'],
  },
  {
    id: 'a wrong type is held back, the good one goes',
    files: [bytes('SPRG 2022-23.txt', extractBytes(SENR)), extract('SELA 2022-23.txt', 'SELA')],
    button: 'Attach the good file',
    says: ['There is a problem', 'The name says SPRG. The file holds SENR records.'],
    server: [{ name: 'SELA 2022-23.txt', from: 1, how: 'same bytes' }],
    description: 'SELA 2022-23',
    sent: ['SELA, 2022-23, sent', 'SPRG, 2022-23, missing', 'SENR, 2022-23, missing'],
  },
  {
    id: 'a batch of seven goes in one submission',
    files: batchOfSeven(),
    server: batchOfSeven().map(({ name }, from) => ({ name, from, how: 'same bytes' })),
    description: 'CRSC, SCSC, SCTE, SELA, SENR, SINF, SPRG 2022-23',
    sent: batchOfSeven().map(({ name }) => `${name.slice(0, 4)}, 2022-23, sent`),
  },
];
