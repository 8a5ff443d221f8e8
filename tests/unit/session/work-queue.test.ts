import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WorkQueue } from '../../../lib/session/work-queue.ts';

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

describe('the work queue', () => {
  it('runs at most so many at once, and begins them in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }),
        async (atOnce, turns) => {
          const queue = new WorkQueue(atOnce);
          const begun: number[] = [];
          let running = 0;
          let most = 0;
          const work = turns.map((count, at) =>
            queue.run(async () => {
              begun.push(at);
              running += 1;
              most = Math.max(most, running);
              for (let left = count; left > 0; left -= 1) await turn();
              running -= 1;
              return at;
            }),
          );
          expect(await Promise.all(work)).toEqual([...turns.keys()]);
          expect(begun).toEqual([...turns.keys()]);
          expect(most).toBeLessThanOrEqual(atOnce);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('uses all it may', async () => {
    const queue = new WorkQueue(2);
    let begun = 0;
    for (let count = 0; count < 3; count += 1) {
      void queue.run(() => {
        begun += 1;
        return new Promise(() => {});
      });
    }
    await turn();
    expect(begun).toBe(2);
  });

  it.each<[number, readonly string[], readonly string[]]>([
    [1, ['long 1', 'long 2', 'short 1', 'short 2'], ['short 1', 'short 2', 'long 1', 'long 2']],
    [2, ['long 1', 'long 2', 'short 1', 'short 2'], ['short 1', 'short 2', 'long 1', 'long 2']],
    // A long one begun last would leave a core idle.
    [2, ['long 1', 'short 1', 'short 2'], ['long 1', 'short 1', 'short 2']],
    [3, ['short 1', 'long 1', 'long 2'], ['long 1', 'long 2', 'short 1']],
  ])('of room %i begins %j as %j', async (room, waiting, expected) => {
    const queue = new WorkQueue(room);
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const underWay = Array.from({ length: room }, () =>
      queue.run(() => new Promise<void>((end) => ends.push(end))),
    );
    await turn();
    const work = waiting.map((name) =>
      queue.run(async () => void begun.push(name), {
        length: name.startsWith('short') ? 'short' : 'long',
      }),
    );
    ends[0]?.(); // all that waits has to go through this one place
    await Promise.all(work);
    expect(begun).toEqual(expected);
    for (const end of ends) end();
    await Promise.all(underWay);
  });

  it('has no more under way than there is room for, be each large or small', async () => {
    const queue = new WorkQueue(30);
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const run = (name: string, takes: number) =>
      queue.run(
        () => {
          begun.push(name);
          return new Promise<void>((end) => ends.set(name, end));
        },
        { takes },
      );
    const work = [run('small', 4), run('middle', 20), run('large', 28), run('small again', 2)];
    await turn();
    expect(begun).toEqual(['small', 'middle']); // and none before its turn
    ends.get('middle')?.();
    await turn();
    expect(begun).toEqual(['small', 'middle']);
    ends.get('small')?.();
    await turn();
    expect(begun).toEqual(['small', 'middle', 'large', 'small again']);
    ends.get('large')?.();
    ends.get('small again')?.();
    await Promise.all(work);
  });

  it('runs alone what needs more room than there is', async () => {
    const queue = new WorkQueue(30);
    expect(await queue.run(async () => 'done', { takes: 31 })).toBe('done');
    expect(await queue.run(async () => 'done too', { takes: 30 })).toBe('done too');
  });

  it('is free again when it has nothing left to do', async () => {
    const queue = new WorkQueue(1);
    for (const result of [1, 2, 3]) expect(await queue.run(async () => result)).toBe(result);
  });

  it('goes on after work that failed, and hands the failure on', async () => {
    const queue = new WorkQueue(1);
    const failed = queue.run(() => Promise.reject(new Error('no')));
    const thrown = queue.run(() => {
      throw new Error('thrown');
    });
    const fine = queue.run(() => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    await expect(thrown).rejects.toThrow('thrown');
    expect(await fine).toBe('yes');
  });
});
