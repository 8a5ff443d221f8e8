import type { CutJob } from '../archive/cut-text.ts';
import type { TextPart } from '../archive/record-cutter.ts';
import type { ZipJob, ZipResult } from '../archive/zip-job.ts';
import {
  AIMED_ZIP_PART_BYTES,
  LARGEST_TEXT_PART_BYTES,
  LARGEST_UPLOAD_BYTES,
} from '../calpads/limits.ts';
import type { Rewrite } from '../fixes/rewrite.ts';
import type { WorkQueue } from './work-queue.ts';
import type { JobOptions } from './worker-job.ts';

/** The workers that make copies. */
export interface Makers {
  /** Makes a copy in one-byte characters, without column names. */
  readonly rewrite: (source: Blob, rewrite: Rewrite, options: JobOptions) => Promise<Blob>;
  readonly zip: (job: ZipJob, options: JobOptions) => Promise<ZipResult>;
  readonly cut: (job: CutJob, options: JobOptions) => Promise<readonly TextPart[]>;
}

/** What is to be made of one file; never both whole and in parts without need. */
export interface Order {
  readonly rewrite?: Rewrite | undefined;
  readonly packing: 'as it is' | 'zip' | 'text parts';
  /** E.g. `SCSC 2022-23.txt`. */
  readonly entryName: string;
  /** Of a job begun earlier: parts were sent as `of` of them, so the rest has to be as well. */
  readonly begun?: { readonly of: number; readonly done: readonly number[] } | undefined;
}

/** One of the parts a file is sent in, counted from 1. */
export interface PreparedPart {
  readonly number: number;
  readonly of: number;
  readonly rows: number;
  /** Absent while it is made, of parts that were sent, and of those whose turn is far off. */
  readonly blob?: Blob | undefined;
}

export interface PreparationProgress {
  readonly work: 'rewrite' | 'zip' | 'cut';
  /** Share from 0 to 1. */
  readonly done: number;
  /** Since this piece of work began, in milliseconds. */
  readonly elapsed: number;
}

export interface PreparationDeps {
  readonly makers: Makers;
  readonly queue: WorkQueue;
  /** In milliseconds. */
  readonly now: () => number;
  readonly onChange: () => void;
}

/**
 * Zipped parts that are kept: the next one, and what follows it. Of a file of 2 GB there are ten or
 * more, and each fills up to 30 MB; those whose turn is far off are zipped again when it comes.
 */
const KEPT_PARTS = 3;

/**
 * Makes of one file what the page is to get. Begins at once; asking for what is made waits for it.
 *
 *   source ──rewrite──► text ──zip──► one zip
 *                         └─too large─► cut into n ──zip each──► n zips ──one too large──► n + 1
 *                         └─text parts─► cut into n ──► n texts
 */
export class Preparation {
  /** It is known, and proven, what will be sent: one file, or so many parts. */
  readonly settled: Promise<void>;
  /** Of the zip of the whole; an estimate where that is too large. */
  zippedBytes: number | undefined;
  /** Of a file that goes in one piece, where that is not the file itself. */
  whole: Blob | undefined;
  parts: readonly PreparedPart[] | undefined;
  progress: PreparationProgress | undefined;
  hasFailed = false;
  readonly order: Order;
  readonly #deps: PreparationDeps;
  readonly #stop = new AbortController();
  #text: Blob = new Blob();
  #cuts: readonly TextPart[] = [];
  /** Parts that are made or under way, by their numbers. */
  readonly #zips = new Map<number, Promise<Blob>>();

  constructor(source: Blob, order: Order, deps: PreparationDeps) {
    this.order = order;
    this.#deps = deps;
    this.settled = this.#make(source).then(
      () => this.#deps.onChange(),
      (error: unknown) => {
        this.#fail();
        throw error;
      },
    );
    this.settled.catch(() => {}); // told by hasFailed, and to whoever waits for it
  }

  get isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Waits until this part can be handed over, and goes on to those behind it. */
  async part(number: number): Promise<void> {
    await this.settled;
    if (this.order.packing === 'text parts') return;
    this.#keepReady(number);
    try {
      await this.#zips.get(number);
    } catch (error) {
      this.#fail();
      throw error;
    }
  }

  async #make(source: Blob): Promise<void> {
    const { rewrite, packing } = this.order;
    const text = rewrite ? await this.#rewrite(source, rewrite) : source;
    if (packing === 'as it is') this.whole = text;
    else if (packing === 'text parts') await this.#cutToTexts(text);
    else if (this.order.begun) await this.#goOn(text, this.order.begun.of);
    else await this.#zip(text);
  }

  #rewrite(source: Blob, rewrite: Rewrite): Promise<Blob> {
    return this.#run('rewrite', source.size, (options) =>
      this.#deps.makers.rewrite(source, rewrite, options),
    );
  }

  async #zip(text: Blob): Promise<void> {
    const zipped = await this.#run('zip', text.size, (options) =>
      this.#deps.makers.zip(this.#zipJob(text), options),
    );
    if (zipped.kind === 'zip') {
      this.whole = zipped.zip;
      this.zippedBytes = zipped.zip.size;
      return;
    }
    this.zippedBytes = zipped.estimatedBytes;
    await this.#zipParts(text, Math.ceil(zipped.estimatedBytes / AIMED_ZIP_PART_BYTES));
  }

  /** All have to be proven before the first goes: where one is too large, there have to be more. */
  async #zipParts(text: Blob, of: number): Promise<void> {
    await this.#cutInto(text, of);
    const numbers = this.#left();
    const begin = this.#zipping(numbers);
    const fits = numbers.map((number) => {
      const zip = begin(number);
      if (number <= KEPT_PARTS) this.#zips.set(number, zip);
      return zip.then(() => true, falseWhereTooLarge);
    });
    const haveAllFit = (await Promise.all(fits)).every((one) => one);
    this.progress = undefined;
    if (!haveAllFit) await this.#zipParts(text, of + 1);
  }

  /** How many parts there are was settled earlier, so the next one may go before the rest is made. */
  async #goOn(text: Blob, of: number): Promise<void> {
    await this.#cutInto(text, of);
    const [next] = this.#left();
    if (next !== undefined) this.#keepReady(next);
  }

  async #cutInto(text: Blob, of: number): Promise<void> {
    this.#text = text;
    this.#zips.clear();
    this.#cuts = await this.#cut(text, of, LARGEST_UPLOAD_BYTES);
    this.parts = this.#cuts.map(({ rows }, at) => ({
      number: at + 1,
      of: this.#cuts.length,
      rows,
    }));
  }

  #left(): number[] {
    const done = this.order.begun?.done ?? [];
    return this.#cuts.map((_, at) => at + 1).filter((number) => !done.includes(number));
  }

  /** From this part on some are made, and no other is kept. */
  #keepReady(from: number): void {
    const kept = this.#left()
      .filter((number) => number >= from)
      .slice(0, KEPT_PARTS);
    for (const number of [...this.#zips.keys()]) {
      if (!kept.includes(number)) this.#zips.delete(number);
    }
    this.parts = this.parts?.map((part) =>
      kept.includes(part.number) ? part : { ...part, blob: undefined },
    );
    const missing = kept.filter((number) => !this.#zips.has(number));
    const begin = this.#zipping(missing);
    for (const number of missing) {
      const zip = begin(number);
      zip.catch(() => {}); // told to whoever asks for this part
      this.#zips.set(number, zip);
    }
  }

  /** Zips these parts side by side, with one progress for all. */
  #zipping(numbers: readonly number[]): (number: number) => Promise<Blob> {
    const sizeOf = (number: number) => {
      const { start = 0, end = 0 } = this.#cuts[number - 1] ?? {};
      return end - start;
    };
    const total = numbers.reduce((sum, number) => sum + sizeOf(number), 0);
    const done = new Map<number, number>();
    const begun = this.#deps.now();
    return async (number) => {
      const report = (bytes: number) => {
        done.set(number, bytes);
        const sum = [...done.values()].reduce((so, far) => so + far, 0);
        this.#report('zip', sum / total, begun);
        if (sum === total) this.progress = undefined;
      };
      const zip = await this.#zipPart(number, report);
      report(sizeOf(number));
      if (this.#zips.has(number)) this.#ready(number, zip);
      return zip;
    };
  }

  /** @throws PartTooLarge */
  async #zipPart(number: number, onProgress: (bytes: number) => void): Promise<Blob> {
    const { start = 0, end = 0 } = this.#cuts[number - 1] ?? {};
    const job = this.#zipJob(this.#text.slice(start, end));
    const zipped = await this.#queued((options) =>
      this.#deps.makers.zip(job, { ...options, onProgress }),
    );
    if (zipped.kind === 'too large') throw new PartTooLarge();
    return zipped.zip;
  }

  #ready(number: number, blob: Blob): void {
    this.parts = this.parts?.map((part) => (part.number === number ? { ...part, blob } : part));
    this.#deps.onChange();
  }

  /** A record may make a part longer than its fair share, and then there have to be more. */
  async #cutToTexts(text: Blob): Promise<void> {
    let of = this.order.begun?.of ?? Math.ceil(text.size / LARGEST_TEXT_PART_BYTES);
    for (;;) {
      const cuts = await this.#cut(text, of, LARGEST_TEXT_PART_BYTES);
      if (cuts.every(({ start, end }) => end - start <= LARGEST_TEXT_PART_BYTES)) {
        this.parts = cuts.map(({ start, end, rows }, at) => ({
          number: at + 1,
          of: cuts.length,
          rows,
          blob: text.slice(start, end, 'text/plain'),
        }));
        return;
      }
      of += 1;
    }
  }

  #cut(source: Blob, of: number, longestRecord: number): Promise<readonly TextPart[]> {
    return this.#run('cut', source.size, (options) =>
      this.#deps.makers.cut({ source, of, longestRecord }, options),
    );
  }

  #zipJob(source: Blob): ZipJob {
    return { source, entryName: this.order.entryName, mostBytes: LARGEST_UPLOAD_BYTES };
  }

  async #run<Result>(
    work: PreparationProgress['work'],
    bytes: number,
    job: (options: JobOptions) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await this.#queued((options) => {
        const begun = this.#deps.now();
        return job({
          ...options,
          onProgress: (read) => this.#report(work, bytes > 0 ? read / bytes : 1, begun),
        });
      });
    } finally {
      this.progress = undefined;
      this.#deps.onChange();
    }
  }

  #queued<Result>(job: (options: JobOptions) => Promise<Result>): Promise<Result> {
    const { signal } = this.#stop;
    return this.#deps.queue.run(() => {
      signal.throwIfAborted();
      return job({ signal, onProgress: () => {} });
    });
  }

  #report(work: PreparationProgress['work'], done: number, begun: number): void {
    this.progress = { work, done, elapsed: this.#deps.now() - begun };
    this.#deps.onChange();
  }

  /** What else is under way is of no use any more. */
  #fail(): void {
    if (!this.isStopped) this.hasFailed = true;
    this.stop();
    this.progress = undefined;
    this.#deps.onChange();
  }
}

/** Of a job begun earlier that cannot happen by rights: the parts were proven before the first went. */
class PartTooLarge extends Error {}

/** @returns false, or throws again what is another failure */
function falseWhereTooLarge(error: unknown): false {
  if (error instanceof PartTooLarge) return false;
  throw error;
}
