import { createHash } from 'node:crypto';
import type { TakeOutResult } from '../../../lib/archive/take-out.ts';
import type { ZipJob, ZipResult } from '../../../lib/archive/zip-job.ts';
import type { CutByYear } from '../../../lib/fixes/cut-by-year.ts';
import type { TextPart } from '../../../lib/fixes/record-cutter.ts';
import { hashesOf } from '../../../lib/inspection/content-hash.ts';
import type { Inspection } from '../../../lib/inspection/inspection.ts';
import type { AttachedFile } from '../../../lib/ledger/attached-file.ts';
import type {
  AttachOutcome,
  ChosenWhen,
  CopySource,
  FromPanel,
} from '../../../lib/messaging/page-port.ts';
import { copyOf } from '../../../lib/page-side/copy-of.ts';
import { sha256Hex } from '../../../lib/reading/sha256.ts';
import { sizeOfSource } from '../../../lib/reading/source.ts';
import type { Makers } from '../../../lib/session/preparation.ts';
import type { SessionDeps } from '../../../lib/session/session.ts';
import { Session } from '../../../lib/session/session.ts';
import type { JobOptions } from '../../../lib/session/worker-job.ts';

/** A piece of work under way, for the test to end. */
export interface Job<Result> {
  readonly name: string;
  readonly options: JobOptions;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** A copy that the page's side made for the panel. */
export interface Copy {
  readonly name: string;
  readonly of: CopySource;
  /** Absent where the file could not be read. */
  readonly file: File | undefined;
}

export interface Harness {
  readonly session: Session;
  /** What the session says, but for `copy`: the page's side answers that at once. */
  readonly toPage: Exclude<FromPanel, { type: 'copy' }>[];
  readonly copies: ReadonlyMap<string, Copy>;
  readonly saved: { readonly file: Blob; readonly name: string }[];
  readonly inspecting: Job<Inspection>[];
  readonly rewriting: Job<Blob>[];
  readonly zipping: Job<Blob>[];
  readonly makers: { -readonly [Key in keyof Makers]: Makers[Key] };
  readonly cutting: Job<readonly TextPart[]>[];
  readonly takingOut: Job<TakeOutResult>[];
  readonly cuttingByYear: Job<CutByYear>[];
  /** The person chooses files: those with an inspection are inspected at once. */
  hold(files: Readonly<Record<string, Inspection | 'later'>>, when?: ChosenWhen): Promise<void>;
  /** Somebody edits a chosen file on the disk. The next check gives this inspection. */
  edit(id: string, words: string, inspection?: Inspection): void;
  /** Somebody deletes a chosen file. */
  delete(id: string): void;
  /** The person clicks `Attach`. Whatever waits for nothing but its turn has happened then. */
  attach(): Promise<void>;
  /** What the page did with the files of the last order. */
  handedOver(outcome: AttachOutcome): Promise<void>;
  attachMessages(): Extract<FromPanel, { type: 'attach' }>[];
  /** What the page was given, order by order: the name and the text of each file. */
  given(): Promise<[name: string, text: string][][]>;
  /** What the ledger will keep, order by order. */
  records(): AttachedFile[][];
}

export function harness(other: Partial<SessionDeps> = {}): Harness {
  const toPage: Harness['toPage'] = [];
  const copies = new Map<string, Copy>();
  const saved: { file: Blob; name: string }[] = [];
  const inspecting: Job<Inspection>[] = [];
  const rewriting: Job<Blob>[] = [];
  const zipping: Job<Blob>[] = [];
  const cutting: Job<readonly TextPart[]>[] = [];
  const takingOut: Job<TakeOutResult>[] = [];
  const cuttingByYear: Job<CutByYear>[] = [];
  const known = new Map<File, Inspection>();
  const chosen = new Map<string, File>();
  /** The content hash that a fake inspection claims for some content, by its SHA-256. */
  const claimed = new Map<string, string>();
  let choice = 0;
  let nextId = 1;

  const makers: { -readonly [Key in keyof Makers]: Makers[Key] } = {
    rewrite: (_source, { encoding }, options) => job(rewriting, encoding, options),
    zip: (order, options) =>
      job(zipping, order.entryName, options).then((zip) => zipResult(zip, order)),
    prove: ({ zip }) => awaited(sha256Hex(zip)),
    cut: ({ of }, options) => job(cutting, `of ${of}`, options),
    copy: async ({ source: { blob, start, end } }) => {
      const part = blob.slice(start, end);
      return { blob: part, sha256: await awaited(sha256Hex(part)) };
    },
  };

  let lastClaim: Promise<void> = Promise.resolve();
  async function inspect(file: File, options: JobOptions): Promise<Inspection> {
    const inspected =
      other.inspect?.(file, options) ?? known.get(file) ?? job(inspecting, file.name, options);
    const inspection = await inspected;
    if (inspection.kind === 'unreadable') return inspection;
    // One after the other, so that files are checked in the order in which they were chosen.
    const claim = lastClaim.then(async () => {
      claimed.set(await awaited(sha256Hex(file)), inspection.facts.contentHash);
    });
    lastClaim = claim;
    await claim;
    return inspection;
  }

  async function hashes(file: Blob) {
    const real = await awaited(hashesOf(file));
    return { ...real, contentHash: claimed.get(real.sha256) ?? real.contentHash };
  }

  async function copy(message: Extract<FromPanel, { type: 'copy' }>): Promise<void> {
    const { copy: id, name, of } = message;
    const source = of.kind === 'made' ? of.blob : chosen.get(of.id);
    const file = source && (await awaited(copyOf(source, name)));
    copies.set(id, { name, of, file });
    session.hear({ type: 'copied', copy: id, ...(file && { file }) });
  }

  const session = new Session({
    toPage: (message) => {
      if (message.type === 'copy') void copy(message);
      else toPage.push(message);
    },
    cores: 4,
    takeOut: (_zip, options) => job(takingOut, 'zip', options),
    cutByYear: ({ years }, options) => job(cuttingByYear, years.join(), options),
    makers,
    recall: async () => ({}),
    hashes,
    save: async (file, name) => void saved.push({ file, name }),
    hasPage: true,
    now: () => 0,
    ...other,
    inspect,
  });

  const attachMessages = () => toPage.filter((message) => message.type === 'attach');
  return {
    session,
    toPage,
    copies,
    saved,
    inspecting,
    rewriting,
    zipping,
    cutting,
    takingOut,
    cuttingByYear,
    makers,
    attachMessages,
    given: () =>
      Promise.all(
        attachMessages().map(({ files }) => Promise.all(files.map(({ copy: id }) => textOf(id)))),
      ),
    records: () => attachMessages().map(({ files }) => files.map(({ record }) => record)),
    async hold(files, when = 'at choice') {
      const held = Object.entries(files).map(([name, inspection]) => {
        const file = new File([name], name);
        const id = `file-${nextId++}`;
        chosen.set(id, file);
        if (inspection !== 'later') known.set(file, inspection);
        return { id, file };
      });
      choice += 1;
      session.hear({ type: 'chosen', choice, when, files: held });
      await settle();
    },
    edit(id, words, inspection) {
      const file = chosenFile(id);
      readsAs(file, async () => await new Blob([words]).arrayBuffer());
      if (inspection) known.set(file, inspection);
      else known.delete(file);
    },
    delete(id) {
      readsAs(chosenFile(id), async () => {
        throw new DOMException('Gone', 'NotFoundError');
      });
    },
    async attach() {
      session.attach();
      await settle();
    },
    async handedOver(outcome) {
      const files = outcome === 'refused' ? [] : (attachMessages().at(-1)?.files ?? []);
      const names = files.map(({ record }) => record.name);
      session.hear({ type: 'attached', outcome, names });
      await settle();
    },
  };

  async function textOf(id: string): Promise<[name: string, text: string]> {
    const file = copies.get(id)?.file;
    if (!file) throw new Error(`The page's side has no copy ${id}.`);
    return [file.name, await file.text()];
  }

  function chosenFile(id: string): File {
    const file = chosen.get(id);
    if (!file) throw new Error(`No file ${id} was chosen.`);
    return file;
  }
}

/** The standard SHA-256 of a text, computed by other means. */
export function sha256Of(words: string): string {
  return createHash('sha256').update(words).digest('hex');
}

/** As a file that stays live on the disk: every read gives what stands there now. */
function readsAs(file: File, arrayBuffer: () => Promise<ArrayBuffer>): void {
  const slice = () => ({ arrayBuffer });
  for (const [name, value] of Object.entries({ arrayBuffer, slice })) {
    Object.defineProperty(file, name, { configurable: true, value });
  }
}

function zipResult(zip: Blob, { entryName, mostBytes, source }: ZipJob): ZipResult {
  return zip.size > mostBytes
    ? { kind: 'too large', estimatedBytes: zip.size }
    : {
        kind: 'zip',
        written: { zip, entryName, sourceBytes: sizeOfSource(source), sourceCrc32: 0 },
      };
}

/** Ends as the test says, or with the signal, as a worker does. */
function job<Result>(jobs: Job<Result>[], name: string, options: JobOptions): Promise<Result> {
  return new Promise((resolve, reject) => {
    options.signal.addEventListener('abort', () => reject(options.signal.reason));
    jobs.push({ name, options, resolve, reject });
  });
}

/** Sums and reads under way. */
const sums = new Set<Promise<unknown>>();

function awaited<Result>(sum: Promise<Result>): Promise<Result> {
  sums.add(sum);
  sum.finally(() => sums.delete(sum)).catch(() => {}); // told to whoever asked for it
  return sum;
}

/** Lets everything happen that waits for nothing but its turn, and for sums. */
export async function settle(): Promise<void> {
  do {
    await Promise.allSettled(sums);
    await new Promise((resolve) => setTimeout(resolve, 0));
  } while (sums.size > 0);
}
