import type { WrittenZip } from '../archive/write-zip.ts';
import type { ZipJob, ZipResult } from '../archive/zip-job.ts';
import {
  AIMED_ZIP_PART_BYTES,
  LARGEST_TEXT_PART_BYTES,
  LARGEST_UPLOAD_BYTES,
} from '../calpads/limits.ts';
import type { CutJob } from '../fixes/cut-text.ts';
import type { TextPart } from '../fixes/record-cutter.ts';
import type { Rewrite } from '../fixes/rewrite.ts';
import type { Claim } from './work-queue.ts';
import { WorkQueue } from './work-queue.ts';
import type { JobOptions } from './worker-job.ts';

/** The workers that make copies. */
export interface Makers {
  /** Makes a copy in one-byte characters, without column names. */
  readonly rewrite: (source: Blob, rewrite: Rewrite, options: JobOptions) => Promise<Blob>;
  readonly zip: (job: ZipJob, options: JobOptions) => Promise<ZipResult>;
  /** Rejects where the zip does not hold what was read. */
  readonly prove: (written: WrittenZip, options: JobOptions) => Promise<void>;
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
  /** Absent while it is made, and of parts that were sent before. */
  readonly blob?: Blob | undefined;
}

export interface PreparationProgress {
  readonly work: 'rewrite' | 'zip' | 'prove' | 'cut';
  /** Share from 0 to 1; absent where nobody can tell. */
  readonly done?: number;
  /** Since this piece of work began, in milliseconds. */
  readonly elapsed: number;
}

/** What the preparations of all files share. */
export interface Queues {
  readonly queue: WorkQueue;
  /** In bytes of zips: a proof holds the whole of its own in memory. It goes through `queue` as well. */
  readonly proofs: WorkQueue;
}

export function queuesFor(cores: number): Queues {
  return { queue: new WorkQueue(cores), proofs: new WorkQueue(LARGEST_UPLOAD_BYTES) };
}

export interface PreparationDeps extends Queues {
  readonly makers: Makers;
  /** In milliseconds. */
  readonly now: () => number;
  readonly onChange: () => void;
}

/**
 * Makes of one file what the page is to get. Begins at once; asking for what is made waits for it.
 *
 *   source ──rewrite──► text ──zip, prove──► one zip
 *                         ├─too large─► cut into n ──zip, prove each──► n zips ──one too large──► n + 1
 *                         └─text parts─► cut into n ──► n texts
 */
export class Preparation {
  /** It is known whether the file goes in one piece or in parts, or that it cannot be made. */
  readonly shapeKnown: Promise<void>;
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
  readonly #knowShape: () => void;
  readonly #stop = new AbortController();
  readonly #parts = new Map<number, Promise<void>>();

  constructor(source: Blob, order: Order, deps: PreparationDeps) {
    this.order = order;
    this.#deps = deps;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.shapeKnown = promise;
    this.#knowShape = resolve;
    if (order.packing === 'text parts' || order.begun) resolve();
    this.settled = this.#make(source).then(
      () => {
        this.#knowShape();
        this.#deps.onChange();
      },
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

  /** Waits until this part can be handed over. */
  async part(number: number): Promise<void> {
    await this.settled;
    await this.#parts.get(number);
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
      const { zip } = zipped.written;
      this.#report('prove', this.#deps.now());
      await this.#prove(zipped.written);
      this.progress = undefined;
      this.whole = zip;
      this.zippedBytes = zip.size;
      return;
    }
    this.zippedBytes = zipped.estimatedBytes;
    this.#knowShape();
    await this.#zipParts(text, Math.ceil(zipped.estimatedBytes / AIMED_ZIP_PART_BYTES));
  }

  /** All are proven before the first goes: where one is too large, there have to be more. */
  async #zipParts(text: Blob, of: number): Promise<void> {
    const made = await this.#beginParts(text, of);
    const results = await Promise.all(made);
    if (results.includes('too large')) await this.#zipParts(text, of + 1);
  }

  /** How many parts there are was settled earlier, so the next one may go before the rest is made. */
  async #goOn(text: Blob, of: number): Promise<void> {
    const made = await this.#beginParts(text, of);
    for (const [at, result] of made.entries()) {
      const proven = result.then((size) => {
        if (size === 'too large')
          throw new Error('A part is larger than when the others were sent.');
      });
      proven.catch(() => this.#fail());
      this.#parts.set(at + 1, proven);
    }
  }

  async #beginParts(text: Blob, of: number): Promise<Promise<'fits' | 'too large'>[]> {
    const cuts = await this.#cut(text, of, LARGEST_UPLOAD_BYTES);
    this.parts = cuts.map(({ rows }, at) => ({ number: at + 1, of: cuts.length, rows }));
    const isDone = (at: number) => this.order.begun?.done.includes(at + 1) === true;
    const left = cuts.filter((_, at) => !isDone(at));
    const total = left.reduce((sum, { start, end }) => sum + end - start, 0);
    const progress = new Map<number, number>();
    const begun = this.#deps.now();
    return cuts.map(async ({ start, end }, at) => {
      if (isDone(at)) return 'fits';
      const piece = text.slice(start, end);
      const zipped = await this.#queued((options) =>
        this.#deps.makers.zip(this.#zipJob(piece), {
          ...options,
          onProgress: (bytes) => {
            progress.set(at, bytes);
            const done = [...progress.values()].reduce((sum, one) => sum + one, 0);
            this.#report('zip', begun, done / total);
          },
        }),
      );
      if (zipped.kind === 'too large') return 'too large';
      await this.#prove(zipped.written);
      this.parts = this.parts?.map((part, place) =>
        place === at ? { ...part, blob: zipped.written.zip } : part,
      );
      if (this.parts?.every(({ blob }, place) => blob || isDone(place))) this.progress = undefined;
      this.#deps.onChange();
      return 'fits';
    });
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

  /** A piece of work of its own, and a short one: a proof takes a third of its zip's time. */
  #prove(written: WrittenZip): Promise<void> {
    const { makers, proofs } = this.#deps;
    const prove = (options: JobOptions) => makers.prove(written, options);
    return proofs.run(() => this.#queued(prove, { length: 'short' }), { takes: written.zip.size });
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
          onProgress: (read) => this.#report(work, begun, bytes > 0 ? read / bytes : 1),
        });
      });
    } finally {
      this.progress = undefined;
      this.#deps.onChange();
    }
  }

  #queued<Result>(job: (options: JobOptions) => Promise<Result>, claim?: Claim): Promise<Result> {
    const { signal } = this.#stop;
    return this.#deps.queue.run(() => {
      signal.throwIfAborted();
      return job({ signal, onProgress: () => {} });
    }, claim);
  }

  #report(work: PreparationProgress['work'], begun: number, done?: number): void {
    const elapsed = this.#deps.now() - begun;
    this.progress = { work, elapsed, ...(done !== undefined && { done }) };
    this.#deps.onChange();
  }

  /** What else is under way is of no use any more. */
  #fail(): void {
    if (!this.isStopped) this.hasFailed = true;
    this.stop();
    this.#knowShape();
    this.progress = undefined;
    this.#deps.onChange();
  }
}
