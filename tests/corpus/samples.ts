import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExtractSpec } from './extract.ts';
import { specOfBytes, writeExtract } from './extract.ts';
import type { FileType } from './file-types.ts';
import { loginPage } from './login-page.ts';

/** One file in the practice folder. */
export interface PracticeSample {
  readonly path: string;
  readonly name: string;
  /** The file's content, in one plain sentence. */
  readonly description: string;
  readonly bytes: number;
}

const YEAR = '2022-23';
const YEAR_BEFORE = '2021-22';
/** Over the 30 MB limit by more than a rounding error. */
const BIG_FILE_BYTES = 31_600_000;

interface GoodSample {
  readonly fileType: FileType;
  readonly rows: number;
  readonly name: string;
  readonly about: string;
}

// Row counts follow the sample district in the help desk's table of row counts.
const GOOD: readonly GoodSample[] = [
  {
    fileType: 'CRSC',
    rows: 1841,
    name: 'CRSC 2022-23.txt',
    about: 'already under its right name',
  },
  {
    fileType: 'SCSC',
    rows: 58_204,
    name: 'scsc 2022-2023 (1).txt',
    about: 'with a small-letter name, a long year and the number of a second download',
  },
  {
    fileType: 'SCTE',
    rows: 431,
    name: 'ODSExtract_SCTE.txt',
    about: 'whose name lacks the school year',
  },
  {
    fileType: 'SELA',
    rows: 1935,
    name: '2022_23-SELA.txt',
    about: 'with an underscore and a hyphen in the wrong places of its name',
  },
  {
    fileType: 'SENR',
    rows: 10_310,
    name: 'SENR_8812731.txt',
    about: 'under the job number of its download',
  },
  {
    fileType: 'SINF',
    rows: 4098,
    name: 'C68130K.txt',
    about: 'whose name says neither the type nor the school year',
  },
  {
    fileType: 'SPRG',
    rows: 4120,
    name: 'Maple Leaf SPRG 2022-23 final.txt',
    about: 'with extra words in its name',
  },
];

/**
 * Writes the practice folder of "Maple Leaf Unified", an invented district: a CALPADS download
 * folder with 11 files, about 46 MB. Creates `dir` if needed and replaces files with these names.
 */
export async function writePracticeSamples(dir: string): Promise<readonly PracticeSample[]> {
  await mkdir(dir, { recursive: true });
  const samples: PracticeSample[] = [];
  for (const { fileType, rows, name, about } of GOOD) {
    samples.push(
      await extractSample(dir, name, `A good ${YEAR} ${fileType} extract, ${about}.`, {
        fileType,
        schoolYear: YEAR,
        rows,
      }),
    );
  }
  samples.push(
    await extractSample(
      dir,
      'SCSC 2021-22.txt',
      `A good ${YEAR_BEFORE} SCSC extract that is over the limit of 30 MB.`,
      specOfBytes({ fileType: 'SCSC', schoolYear: YEAR_BEFORE }, BIG_FILE_BYTES),
    ),
    await textSample(
      dir,
      'SELA 2021-22.txt',
      `An empty file named like a ${YEAR_BEFORE} SELA extract.`,
      '',
    ),
    await extractSample(
      dir,
      'SPRG 2021-22.txt',
      `A file named SPRG that holds ${YEAR_BEFORE} SENR-R records.`,
      { fileType: 'SENR', schoolYear: YEAR_BEFORE, rows: 3900 },
    ),
    await textSample(
      dir,
      'ODS download.txt',
      'A sign-in web page that was saved as a text file because the session had ended.',
      loginPage('\r\n'),
    ),
  );
  return samples;
}

async function extractSample(
  dir: string,
  name: string,
  description: string,
  spec: ExtractSpec,
): Promise<PracticeSample> {
  const path = join(dir, name);
  const { bytes } = await writeExtract(path, spec);
  return { path, name, description, bytes };
}

async function textSample(
  dir: string,
  name: string,
  description: string,
  text: string,
): Promise<PracticeSample> {
  const path = join(dir, name);
  await writeFile(path, text);
  return { path, name, description, bytes: Buffer.byteLength(text) };
}
