import { SourceChanged } from '../reading/source.ts';

/** What a worker says to the page. */
type FromWorker<Result> =
  | { readonly type: 'progress'; readonly bytes: number }
  | { readonly type: 'done'; readonly result: Result }
  | { readonly type: 'failed'; readonly message: string; readonly expected?: ExpectedError };

/** Errors that whoever asked for the work tells apart. An Error loses its class on the way here. */
const EXPECTED_ERRORS = { SourceChanged } as const;
type ExpectedError = keyof typeof EXPECTED_ERRORS;

export interface JobOptions {
  readonly signal: AbortSignal;
  /** Called with the bytes done so far; the work decides how often. */
  readonly onProgress: (bytes: number) => void;
}

/** The work failed in a way that nobody expects. The message is for the log, not the person. */
export class JobFailed extends Error {
  override name = 'JobFailed';
}

/** A worker that is idle for this long gives its memory back. */
const KEEP_MS = 15_000;

/** Starting a worker takes a tenth of a second. That is nothing beside a job this long, which leaves garbage. */
const LONG_MS = 2_000;

/**
 * Workers of one kind; each has one job at a time. After a job, a worker waits a moment for the next:
 * its code is loaded and its loops are compiled, which is a third of the time for a file of 30 MB.
 * Aborting ends the worker at once, whatever it is doing.
 */
export class Workers<Job> {
  readonly #create: () => Worker;
  readonly #idle: Worker[] = [];
  #dismissal: ReturnType<typeof setTimeout> | undefined;

  constructor(create: () => Worker) {
    this.#create = create;
  }

  /** @throws one of EXPECTED_ERRORS, JobFailed, or the signal's reason */
  async run<Result>(job: Job, options: JobOptions): Promise<Result> {
    options.signal.throwIfAborted();
    const worker = this.#idle.pop() ?? this.#create();
    const begun = performance.now();
    try {
      const result = await answerOf<Job, Result>(worker, job, options);
      if (performance.now() - begun < LONG_MS) this.#keep(worker);
      else worker.terminate();
      return result;
    } catch (error) {
      worker.terminate();
      throw error;
    }
  }

  #keep(worker: Worker): void {
    this.#idle.push(worker);
    clearTimeout(this.#dismissal);
    this.#dismissal = setTimeout(() => {
      for (const idle of this.#idle.splice(0)) idle.terminate();
    }, KEEP_MS);
  }
}

function answerOf<Job, Result>(
  worker: Worker,
  job: Job,
  { signal, onProgress }: JobOptions,
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort);
  worker.onmessage = ({ data }: MessageEvent<FromWorker<Result>>) => {
    if (data.type === 'progress') onProgress(data.bytes);
    else if (data.type === 'done') resolve(data.result);
    else reject(errorOf(data));
  };
  worker.onerror = (event) => reject(new JobFailed(event.message));
  worker.postMessage(job);
  return promise.finally(() => signal.removeEventListener('abort', abort));
}

function errorOf({ message, expected }: Extract<FromWorker<unknown>, { type: 'failed' }>): Error {
  return expected ? new EXPECTED_ERRORS[expected]() : new JobFailed(message);
}

/** A stream of 412 MB comes in 6,000 chunks; nobody sees more than ten changes a second. */
const PROGRESS_EVERY_MS = 100;

/** The worker's side: waits for a job, does it, answers, and waits for the next one. */
export function serveJob<Job, Result>(
  work: (job: Job, options: JobOptions) => Promise<Result>,
): void {
  const answer = (message: FromWorker<Result>) => self.postMessage(message);
  let nextAt = 0;
  const onProgress = (bytes: number) => {
    if (performance.now() < nextAt) return;
    nextAt = performance.now() + PROGRESS_EVERY_MS;
    answer({ type: 'progress', bytes });
  };
  // Ending the worker is the only way to stop it, so the work inside never sees an abort.
  const { signal } = new AbortController();
  self.onmessage = ({ data }: MessageEvent<Job>) => {
    work(data, { signal, onProgress }).then(
      (result) => answer({ type: 'done', result }),
      (error: unknown) =>
        answer({ type: 'failed', message: String(error), ...expectedName(error) }),
    );
  };
}

function expectedName(error: unknown): { readonly expected?: ExpectedError } {
  return error instanceof SourceChanged ? { expected: error.name } : {};
}
