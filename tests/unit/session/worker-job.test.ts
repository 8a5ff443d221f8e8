import { afterEach, describe, expect, it, vi } from 'vitest';
import { SourceChanged } from '../../../lib/reading/source.ts';
import { JobFailed, serveJob, Workers } from '../../../lib/session/worker-job.ts';

/** As much of a Worker as a job needs; the test plays the other side. */
class FakeWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  readonly posted: unknown[] = [];
  terminated = 0;

  postMessage(message: unknown): void {
    this.posted.push(message);
  }

  terminate(): void {
    this.terminated += 1;
  }

  answer(data: unknown): void {
    this.onmessage?.({ data });
  }
}

function crew() {
  const made: FakeWorker[] = [];
  const workers = new Workers<string>(() => {
    const worker = new FakeWorker();
    made.push(worker);
    return worker as unknown as Worker;
  });
  const run = (job: string, signal = new AbortController().signal) => {
    const progress: number[] = [];
    const onProgress = (bytes: number) => progress.push(bytes);
    return { result: workers.run<number>(job, { signal, onProgress }), progress };
  };
  return { made, run };
}

function start(signal?: AbortSignal) {
  const { made, run } = crew();
  const { result, progress } = run('the job', signal);
  const [worker] = made;
  if (!worker) throw new Error('No worker was made.');
  return { worker, progress, result };
}

describe('a job in a worker', () => {
  it('is posted once, reports progress, and gives its result', async () => {
    const { worker, progress, result } = start();
    expect(worker.posted).toEqual(['the job']);
    worker.answer({ type: 'progress', bytes: 5 });
    worker.answer({ type: 'progress', bytes: 9 });
    worker.answer({ type: 'done', result: 42 });
    expect(await result).toBe(42);
    expect(progress).toEqual([5, 9]);
    expect(worker.terminated).toBe(0);
  });

  it('that fails rejects with its message, and ends its worker', async () => {
    const { worker, result } = start();
    worker.answer({ type: 'failed', message: 'ZipNotProven: no' });
    await expect(result).rejects.toThrow(new JobFailed('ZipNotProven: no'));
    expect(worker.terminated).toBe(1);
  });

  it('that fails because the file changed rejects with that very error', async () => {
    const { worker, result } = start();
    worker.answer({ type: 'failed', message: 'SourceChanged: …', expected: 'SourceChanged' });
    await expect(result).rejects.toBeInstanceOf(SourceChanged);
  });

  it('whose worker breaks rejects, and ends its worker', async () => {
    const { worker, result } = start();
    worker.onerror?.({ message: 'out of memory' });
    await expect(result).rejects.toBeInstanceOf(JobFailed);
    expect(worker.terminated).toBe(1);
  });

  it('that is stopped ends its worker at once, whatever it is at', async () => {
    const stop = new AbortController();
    const { worker, result } = start(stop.signal);
    const outcome = expect(result).rejects.toThrow('stopped');
    stop.abort(new Error('stopped'));
    await outcome;
    expect(worker.terminated).toBe(1);
  });

  it('that was stopped before never makes a worker', async () => {
    const { made, run } = crew();
    await expect(run('job', AbortSignal.abort(new Error('stopped'))).result).rejects.toThrow(
      'stopped',
    );
    expect(made).toEqual([]);
  });

  it('leaves no listener on the signal', async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    const { worker, result } = start(signal);
    worker.answer({ type: 'done', result: 1 });
    await result;
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
      added.mock.calls.map(([, listener]) => listener),
    );
  });
});

describe('workers of one kind', () => {
  afterEach(() => vi.useRealTimers());

  it('take the next job when they have done one, and share jobs that come at once', async () => {
    const { made, run } = crew();
    const first = run('first').result;
    const second = run('second').result;
    made[0]?.answer({ type: 'done', result: 1 });
    expect(await first).toBe(1);
    const third = run('third');
    expect(made.map(({ posted }) => posted)).toEqual([['first', 'third'], ['second']]);
    made[0]?.answer({ type: 'progress', bytes: 7 });
    made[0]?.answer({ type: 'done', result: 3 });
    made[1]?.answer({ type: 'done', result: 2 });
    expect(await Promise.all([second, third.result])).toEqual([2, 3]);
    expect(third.progress).toEqual([7]);
  });

  it('give no job to one that was ended', async () => {
    const { made, run } = crew();
    const stop = new AbortController();
    const stopped = run('stopped', stop.signal).result;
    stop.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    run('next');
    expect(made.map(({ posted }) => posted)).toEqual([['stopped'], ['next']]);
  });

  it('go a while after the last job', async () => {
    vi.useFakeTimers();
    const { made, run } = crew();
    const { result } = run('job');
    made[0]?.answer({ type: 'done', result: 1 });
    await result;
    expect(made[0]?.terminated).toBe(0);
    vi.advanceTimersByTime(60_000);
    expect(made[0]?.terminated).toBe(1);
  });

  it('do not go while a job is under way', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { made, run } = crew();
    const first = run('first').result;
    made[0]?.answer({ type: 'done', result: 1 });
    await first;
    run('second');
    vi.advanceTimersByTime(60_000);
    expect(made.map(({ terminated }) => terminated)).toEqual([0]);
  });

  it('go at once after a long job, with the garbage it left', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { made, run } = crew();
    const { result } = run('long');
    vi.advanceTimersByTime(10_000);
    made[0]?.answer({ type: 'done', result: 1 });
    expect(await result).toBe(1);
    expect(made[0]?.terminated).toBe(1);
    run('next');
    expect(made.map(({ posted }) => posted)).toEqual([['long'], ['next']]);
  });
});

describe("the worker's side", () => {
  afterEach(() => vi.unstubAllGlobals());

  function serve(work: Parameters<typeof serveJob<string, number>>[0]) {
    const answers: unknown[] = [];
    const self = { postMessage: (message: unknown) => answers.push(message), onmessage: undefined };
    vi.stubGlobal('self', self);
    serveJob(work);
    const send = (data: string) =>
      (self.onmessage as unknown as (event: { data: string }) => void)({ data });
    return { answers, send };
  }

  it('does the job it is sent, and answers', async () => {
    const { answers, send } = serve(async (job, { onProgress }) => {
      onProgress(3);
      return job.length;
    });
    send('job');
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    expect(answers).toEqual([
      { type: 'progress', bytes: 3 },
      { type: 'done', result: 3 },
    ]);
  });

  it('tells of its progress at most ten times a second', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { answers, send } = serve(async (_job, { onProgress }) => {
      for (let bytes = 1; bytes <= 10; bytes += 1) {
        onProgress(bytes);
        vi.advanceTimersByTime(30);
      }
      return 10;
    });
    send('job');
    await vi.waitFor(() => expect(answers.at(-1)).toEqual({ type: 'done', result: 10 }));
    expect(answers.slice(0, -1)).toEqual([1, 5, 9].map((bytes) => ({ type: 'progress', bytes })));
    vi.useRealTimers();
  });

  it('does one job after the other', async () => {
    const { answers, send } = serve(async (job) => job.length);
    send('job');
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    send('other job');
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    expect(answers.at(-1)).toEqual({ type: 'done', result: 9 });
  });

  it('answers a failure as text', async () => {
    const { answers, send } = serve(() => Promise.reject(new RangeError('no')));
    send('job');
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    expect(answers).toEqual([{ type: 'failed', message: 'RangeError: no' }]);
  });

  it('answers by name that the file changed', async () => {
    const { answers, send } = serve(() => Promise.reject(new SourceChanged()));
    send('job');
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    expect(answers).toMatchObject([{ type: 'failed', expected: 'SourceChanged' }]);
  });
});
