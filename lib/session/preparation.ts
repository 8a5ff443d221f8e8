import type { WrittenZip } from '../archive/write-zip.ts';
import type { ZipJob, ZipResult } from '../archive/zip-job.ts';
import {
  AIMED_ZIP_PART_BYTES,
  LARGEST_TEXT_PART_BYTES,
  LARGEST_UPLOAD_BYTES,
} from '../calpads/limits.ts';
import type { CopyJob, MadeFile } from '../fixes/copy-source.ts';
import type { CutJob } from '../fixes/cut-text.ts';
import type { TextPart } from '../fixes/record-cutter.ts';
import type { Rewrite } from '../fixes/rewrite.ts';
import type { Source } from '../reading/source.ts';
import { ownSource, partOfSource, SourceChanged, sizeOfSource } from '../reading/source.ts';
import type { Claim } from './work-queue.ts';
import { WorkQueue } from './work-queue.ts';
import type { JobOptions } from './worker-job.ts';

/**
 * The workers that make copies. Each that reads a source rejects with SourceChanged when the bytes
 * are not those that were checked.
 */
export interface Makers {
  /** Makes a copy in one-byte characters, without column names. */
  readonly rewrite: (source: Source, rewrite: Rewrite, options: JobOptions) => Promise<Blob>;
  readonly zip: (job: ZipJob, options: JobOptions) => Promise<ZipResult>;
  /** Gives the SHA-256 of the zip. Rejects when the zip does not hold what was read. */
  readonly prove: (written: WrittenZip, options: JobOptions) => Promise<string>;
  readonly cut: (job: CutJob, options: JobOptions) => Promise<readonly TextPart[]>;
  readonly copy: (job: CopyJob, options: JobOptions) => Promise<MadeFile>;
}

/** What to make of one file. */
export interface Order {
  readonly rewrite?: Rewrite | undefined;
  readonly packing: 'as it is' | 'zip' | 'text parts';
  /** E.g. `SCSC 2022-23.txt`. */
  readonly entryName: string;
  /** Some of `of` parts were sent earlier, so the rest must be cut in the same way. */
  readonly begun?: { readonly of: number; readonly done: readonly number[] } | undefined;
}

/** One of the parts a file is sent in, counted from 1. */
export interface PreparedPart {
  readonly number: number;
  readonly of: number;
  readonly rows: number;
  /** Absent until it is made, and for a part that was sent earlier. */
  readonly made?: MadeFile | undefined;
}

export interface PreparationProgress {
  readonly work: 'rewrite' | 'zip' | 'prove' | 'cut' | 'copy';
  /** Share from 0 to 1; absent when nobody can tell. */
  readonly done?: number;
  /** Since this piece of work began, in milliseconds. */
  readonly elapsed: number;
}

/** What the preparations of all files share. */
export interface Queues {
  readonly queue: WorkQueue;
  /** Has room for so many bytes of zips: a proof holds its zip in memory. It also waits in `queue`. */
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
 * Makes from one file what the page gets. Begins at once. Everything it makes holds exactly the bytes
 * that were checked, in blobs of our own, however the file on disk changes meanwhile.
 *
 *   source ──rewrite──► text ──zip, prove──► one zip
 *                         ├─too large─► cut into n ──zip, prove each──► n zips ──one too large──► n + 1
 *                         ├─text parts─► cut into n ──copy each──► n texts
 *                         └─as it is──► copy ──► one text
 */
export class Preparation {
  /** Resolves when it is known whether the file goes in one piece or in parts, or not at all. */
  readonly shapeKnown: Promise<void>;
  /** Resolves when the one file is made, or when the number of parts is certain. */
  readonly settled: Promise<void>;
  /** The size of the zip of the full file; an estimate when that is too large. */
  zippedBytes: number | undefined;
  /** The file to send, if it goes in one piece. */
  whole: MadeFile | undefined;
  parts: readonly PreparedPart[] | undefined;
  progress: PreparationProgress | undefined;
  /** `changed`: the file on disk is not what was checked. */
  failure: 'changed' | 'failed' | undefined;
  readonly order: Order;
  readonly #deps: PreparationDeps;
  readonly #knowShape: () => void;
  readonly #stop = new AbortController();
  readonly #parts = new Map<number, Promise<unknown>>();

  constructor(source: Source, order: Order, deps: PreparationDeps) {
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
        this.#fail(error);
        throw error;
      },
    );
    this.settled.catch(() => {}); // `failure` tells it, and whoever waits is told
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

  async #make(source: Source): Promise<void> {
    const { rewrite, packing } = this.order;
    const text = rewrite ? await this.#rewrite(source, rewrite) : source;
    if (packing === 'as it is') this.whole = await this.#copy(text);
    else if (packing === 'text parts') await this.#cutToTexts(text);
    else if (this.order.begun) await this.#goOn(text, this.order.begun.of);
    else await this.#zip(text);
  }

  async #rewrite(source: Source, rewrite: Rewrite): Promise<Source> {
    const text = await this.#run('rewrite', sizeOfSource(source), (options) =>
      this.#deps.makers.rewrite(source, rewrite, options),
    );
    return ownSource(text);
  }

  #copy(source: Source): Promise<MadeFile> {
    return this.#run('copy', sizeOfSource(source), (options) =>
      this.#deps.makers.copy({ source }, options),
    );
  }

  async #zip(text: Source): Promise<void> {
    const zipped = await this.#run('zip', sizeOfSource(text), (options) =>
      this.#deps.makers.zip(this.#zipJob(text), options),
    );
    if (zipped.kind === 'zip') {
      this.#report('prove', this.#deps.now());
      this.whole = await this.#prove(zipped.written);
      this.progress = undefined;
      this.zippedBytes = this.whole.blob.size;
      return;
    }
    this.zippedBytes = zipped.estimatedBytes;
    this.#knowShape();
    await this.#zipParts(text, Math.ceil(zipped.estimatedBytes / AIMED_ZIP_PART_BYTES));
  }

  /** Proves all parts before the first one goes: if one is too large, there must be more. */
  async #zipParts(text: Source, of: number): Promise<void> {
    const made = await this.#beginParts(text, of);
    const results = await Promise.all(made);
    if (results.includes('too large')) await this.#zipParts(text, of + 1);
  }

  /** The number of parts is certain, so the next one may go before the rest is made. */
  async #goOn(text: Source, of: number): Promise<void> {
    const made = await this.#beginParts(text, of);
    this.#followParts(
      made.map(async (result) => {
        if ((await result) === 'too large') {
          throw new Error('A part is larger than when the others were sent.');
        }
      }),
    );
  }

  async #beginParts(text: Source, of: number): Promise<Promise<'fits' | 'too large'>[]> {
    const cuts = await this.#cut(text, of, LARGEST_UPLOAD_BYTES);
    return this.#eachPart('zip', text, cuts, async (source, options) => {
      const zipped = await this.#queued((waited) =>
        this.#deps.makers.zip(this.#zipJob(source), { ...waited, ...options }),
      );
      return zipped.kind === 'zip' ? this.#prove(zipped.written) : 'too large';
    });
  }

  /** A record may make a part longer than its fair share. Then there must be more parts. */
  async #cutToTexts(text: Source): Promise<void> {
    let of = this.order.begun?.of ?? Math.ceil(sizeOfSource(text) / LARGEST_TEXT_PART_BYTES);
    let cuts = await this.#cut(text, of, LARGEST_TEXT_PART_BYTES);
    while (cuts.some(({ start, end }) => end - start > LARGEST_TEXT_PART_BYTES)) {
      of += 1;
      cuts = await this.#cut(text, of, LARGEST_TEXT_PART_BYTES);
    }
    this.#followParts(
      this.#eachPart('copy', text, cuts, (source, options) =>
        this.#queued((waited) => this.#deps.makers.copy({ source }, { ...waited, ...options })),
      ),
    );
  }

  /** Begins to make each part that was not sent earlier, and keeps it once it is made. */
  #eachPart(
    work: 'zip' | 'copy',
    text: Source,
    cuts: readonly TextPart[],
    make: (
      source: Source,
      options: Pick<JobOptions, 'onProgress'>,
    ) => Promise<MadeFile | 'too large'>,
  ): Promise<'fits' | 'too large'>[] {
    this.parts = cuts.map(({ rows }, at) => ({ number: at + 1, of: cuts.length, rows }));
    const isDone = (at: number) => this.order.begun?.done.includes(at + 1) === true;
    const left = cuts.filter((_, at) => !isDone(at));
    const total = left.reduce((sum, { start, end }) => sum + end - start, 0);
    const progress = new Map<number, number>();
    const begun = this.#deps.now();
    return cuts.map(async (cut, at) => {
      if (isDone(at)) return 'fits';
      const made = await make(partOfSource(text, cut), {
        onProgress: (bytes) => {
          progress.set(at, bytes);
          const done = [...progress.values()].reduce((sum, one) => sum + one, 0);
          this.#report(work, begun, done / total);
        },
      });
      if (made === 'too large') return 'too large';
      this.parts = this.parts?.map((part, place) => (place === at ? { ...part, made } : part));
      if (this.parts?.every((part, place) => part.made || isDone(place))) this.progress = undefined;
      this.#deps.onChange();
      return 'fits';
    });
  }

  /** Lets `part` wait for each of them. One that fails ends the rest. */
  #followParts(made: readonly Promise<unknown>[]): void {
    for (const [at, one] of made.entries()) {
      one.catch((error: unknown) => this.#fail(error));
      this.#parts.set(at + 1, one);
    }
  }

  #cut(source: Source, of: number, longestRecord: number): Promise<readonly TextPart[]> {
    return this.#run('cut', sizeOfSource(source), (options) =>
      this.#deps.makers.cut({ source, of, longestRecord }, options),
    );
  }

  /** A separate, short piece of work: a proof takes a third of its zip's time. */
  async #prove(written: WrittenZip): Promise<MadeFile> {
    const { makers, proofs } = this.#deps;
    const { zip } = written;
    const prove = (options: JobOptions) => makers.prove(written, options);
    const sha256 = await proofs.run(() => this.#queued(prove, { length: 'short' }), {
      takes: zip.size,
    });
    return { blob: zip, sha256 };
  }

  #zipJob(source: Source): ZipJob {
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

  /** Ends the rest of the work, which is of no use any more. */
  #fail(error: unknown): void {
    if (!this.isStopped) this.failure = error instanceof SourceChanged ? 'changed' : 'failed';
    this.stop();
    this.#knowShape();
    this.progress = undefined;
    this.#deps.onChange();
  }
}
