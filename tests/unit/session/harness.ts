import type { TakeOutResult } from '../../../lib/archive/take-out.ts';
import type { ZipJob, ZipResult } from '../../../lib/archive/zip-job.ts';
import type { TextPart } from '../../../lib/fixes/record-cutter.ts';
import type { Inspection } from '../../../lib/inspection/inspection.ts';
import type { FromPanel } from '../../../lib/messaging/page-port.ts';
import { sha256Hex } from '../../../lib/reading/sha256.ts';
import { sizeOfSource } from '../../../lib/reading/source.ts';
import type { Makers } from '../../../lib/session/preparation.ts';
import type { SessionDeps, SessionEvent } from '../../../lib/session/session.ts';
import { Session } from '../../../lib/session/session.ts';
import type { JobOptions } from '../../../lib/session/worker-job.ts';
import type { HandOverOutcome } from '../../../lib/upload-page/page-state.ts';

/** A piece of work under way, for the test to end. */
export interface Job<Result> {
  readonly name: string;
  readonly options: JobOptions;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface Harness {
  readonly session: Session;
  readonly toPage: FromPanel[];
  readonly records: SessionEvent[];
  readonly saved: { readonly file: Blob; readonly name: string }[];
  readonly inspecting: Job<Inspection>[];
  readonly rewriting: Job<Blob>[];
  readonly zipping: Job<Blob>[];
  readonly makers: { -readonly [Key in keyof Makers]: Makers[Key] };
  readonly cutting: Job<readonly TextPart[]>[];
  readonly takingOut: Job<TakeOutResult>[];
  /** The page's guard holds files: those with an inspection are inspected at once. */
  hold(
    files: Readonly<Record<string, Inspection | 'later'>>,
    when?: 'at choice' | 'at submit',
  ): Promise<void>;
  handedOver(outcome: HandOverOutcome): Promise<void>;
  attachMessages(): Extract<FromPanel, { type: 'attach' }>[];
}

export function harness(other: Partial<SessionDeps> = {}): Harness {
  const toPage: FromPanel[] = [];
  const records: SessionEvent[] = [];
  const saved: { file: Blob; name: string }[] = [];
  const inspecting: Job<Inspection>[] = [];
  const rewriting: Job<Blob>[] = [];
  const zipping: Job<Blob>[] = [];
  const cutting: Job<readonly TextPart[]>[] = [];
  const takingOut: Job<TakeOutResult>[] = [];
  const known = new Map<File, Inspection>();
  let nextId = 1;

  const makers: { -readonly [Key in keyof Makers]: Makers[Key] } = {
    rewrite: (_source, { encoding }, options) => job(rewriting, encoding, options),
    zip: (order, options) =>
      job(zipping, order.entryName, options).then((zip) => zipResult(zip, order)),
    prove: async () => 'sha256 of a zip',
    cut: ({ of }, options) => job(cutting, `of ${of}`, options),
    copy: async ({ source: { blob, start, end } }) => ({
      blob: blob.slice(start, end),
      sha256: 'sha256 of a copy',
    }),
  };

  const session = new Session({
    toPage: (message) => toPage.push(message),
    cores: 4,
    inspect: (file, options) => {
      const inspection = known.get(file);
      return inspection ? Promise.resolve(inspection) : job(inspecting, file.name, options);
    },
    takeOut: (_zip, options) => job(takingOut, 'zip', options),
    makers,
    recall: async () => ({}),
    record: async (event) => {
      records.push(event);
      return 'done';
    },
    sha256: (file) => awaited(sha256Hex(file)),
    save: async (file, name) => void saved.push({ file, name }),
    hasPage: true,
    now: () => 0,
    ...other,
  });

  const attachMessages = () => toPage.filter((message) => message.type === 'attach');
  return {
    session,
    toPage,
    records,
    saved,
    inspecting,
    rewriting,
    zipping,
    cutting,
    takingOut,
    makers,
    attachMessages,
    async hold(files, when = 'at choice') {
      const held = Object.entries(files).map(([name, inspection]) => {
        const file = new File([name], name);
        if (inspection !== 'later') known.set(file, inspection);
        return { id: `file-${nextId++}`, file };
      });
      session.hear({ type: 'held', when, files: held });
      await settle();
    },
    async handedOver(outcome) {
      const names =
        attachMessages()
          .at(-1)
          ?.files.map(({ name }) => name) ?? [];
      session.hear({ type: 'handed over', outcome, names });
      await settle();
    },
  };
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

/** Sums under way. */
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
