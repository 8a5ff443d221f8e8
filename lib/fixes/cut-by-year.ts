import { Deflater } from '../archive/deflate.ts';
import type { WrittenZip } from '../archive/write-zip.ts';
import { zipOfOne } from '../archive/zip-records.ts';
import { formatLabel } from '../calpads/file-label.ts';
import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import { hashesOf } from '../inspection/content-hash.ts';
import type { Encoding } from '../inspection/file-facts.ts';
import { FIRST_BYTES, readFirstBytes } from '../inspection/first-bytes.ts';
import type { RecordScanner } from '../inspection/record-scanner.ts';
import { isWide, wideToUtf8 } from '../inspection/wide-text.ts';
import { blocksOfStream } from '../reading/blocks.ts';
import { blocksOfSource } from '../reading/blocks-of-source.ts';
import { bytesAsChosen } from '../reading/bytes-as-chosen.ts';
import type { Source } from '../reading/source.ts';
import { SourceChanged } from '../reading/source.ts';
import type { YearAccount } from './year-account.ts';
import { yearAccount } from './year-account.ts';
import { YearRouter } from './year-router.ts';

export interface CutByYearJob {
  readonly source: TextSource;
  /** The size of the text. */
  readonly bytes: number;
  readonly encoding: Encoding;
  readonly fileType: FileType;
  /** The years that get a file of their own. */
  readonly years: readonly SchoolYear[];
}

/** A checked text, or the one text in a checked zip of at most 30,000,000 bytes. */
export type TextSource =
  | { readonly kind: 'text'; readonly source: Source }
  | { readonly kind: 'zip'; readonly zip: Blob; readonly contentHash: string };

export interface CutByYear {
  /** In the order of the job's years. Nobody has proven them yet: verify-zip.ts does that. */
  readonly zips: readonly WrittenZip[];
  readonly account: YearAccount;
}

interface CutOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (bytesRead: number) => void;
}

/**
 * Makes one zip per school year in one pass. Each record is compressed as soon as it is read, so
 * memory holds no text but the current block. Wide text becomes UTF-8, as in rewrite.ts.
 * @throws SourceChanged, or a RefusedZip
 */
export async function cutByYear(job: CutByYearJob, options: CutOptions): Promise<CutByYear> {
  const { bytes, encoding, fileType, years } = job;
  const router = new YearRouter(years);
  const deflaters = new Map(years.map((year) => [year, new Deflater(bytes / years.length)]));
  const write = async (routed: ReturnType<YearRouter['route']>) => {
    for (const [year, records] of routed) await deflaters.get(year)?.write(records);
  };
  try {
    for await (const text of textBlocks(job, options)) await write(router.route(text));
    await write(router.finish());
    const zips = [...deflaters].map(([schoolYear, deflater]) =>
      zipOf(deflater, formatLabel({ fileType, schoolYear, order: 'type first' })),
    );
    const counted = { ...countsOf(router.scanner), encoding };
    return { zips: await Promise.all(zips), account: yearAccount(counted, years) };
  } catch (error) {
    for (const deflater of deflaters.values()) deflater.stop(error);
    throw error;
  }
}

/** The text as the inspection reads it: without the byte order mark at the start. */
async function* textBlocks(
  { source, encoding }: CutByYearJob,
  { signal, onProgress }: CutOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const toText = isWide(encoding)
    ? wideToUtf8(encoding)
    : (block: Uint8Array<ArrayBuffer>) => block;
  let read = 0;
  for await (const block of blocksOf(source, signal)) {
    const mark = read === 0 ? readFirstBytes(block.subarray(0, FIRST_BYTES)).markBytes : 0;
    yield toText(block.subarray(mark));
    read += block.length;
    onProgress(read);
  }
}

function blocksOf(source: TextSource, signal: AbortSignal): AsyncIterable<Uint8Array<ArrayBuffer>> {
  if (source.kind === 'text') return blocksOfSource(source.source, signal);
  return blocksOfStream(textInZip(source, signal), signal);
}

/** Reads the zip only once, so that what is inflated is what was checked. */
async function* textInZip(
  { zip, contentHash }: Extract<TextSource, { kind: 'zip' }>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const bytes = await bytesAsChosen(zip);
  const copy = new Blob(bytes ? [bytes] : []);
  if ((await hashesOf(copy)).contentHash !== contentHash) throw new SourceChanged();
  // Loaded only now: most files that are cut are not in a zip.
  const { openUsersZip } = await import('../archive/open-users-zip.ts');
  const { entries } = await openUsersZip(copy);
  for (const entry of entries) yield* entry.chunks(signal);
}

async function zipOf(deflater: Deflater, label: string): Promise<WrittenZip> {
  const { data, bytes, crc32 } = await deflater.finish();
  const entryName = `${label}.txt`;
  const zip = zipOfOne({ name: entryName, data, bytes, crc32 });
  return { zip, entryName, sourceBytes: bytes, sourceCrc32: crc32 };
}

function countsOf({ rows, blankRows, foreignLines, oddities, schoolYears }: RecordScanner) {
  const years = Object.fromEntries(schoolYears.counts);
  return { rows, blankRows, foreignLines, oddities, schoolYears: years };
}
