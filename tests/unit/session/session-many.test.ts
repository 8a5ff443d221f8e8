import { afterEach, describe, expect, it, vi } from 'vitest';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import { schoolYearFrom } from '../../../lib/calpads/school-year.ts';
import type { Inspection } from '../../../lib/inspection/inspection.ts';
import { textOf } from '../support/facts.ts';
import type { Harness } from './harness.ts';
import { harness, settle } from './harness.ts';

const MANY = 100;

/** Each needs another name and has a place of its own. The last one takes long to check. */
function manyFiles(): Record<string, Inspection | 'later'> {
  const files = Array.from({ length: MANY }, (_, at): [string, Inspection | 'later'] => {
    const fileType = FILE_TYPES[at % FILE_TYPES.length] ?? 'SENR';
    const schoolYear = schoolYearFrom(2000 + Math.floor(at / FILE_TYPES.length));
    const name = `${fileType}_${schoolYear}.txt`;
    return [name, at === MANY - 1 ? 'later' : textOf(fileType, schoolYear)];
  });
  return Object.fromEntries(files);
}

/** How many files were checked each time the panel was told that something happened. */
function told(h: Harness): number[] {
  const checked: number[] = [];
  h.session.subscribe(() => checked.push(checkedIn(h)));
  return checked;
}

function checkedIn({ session }: Harness): number {
  return session.getSnapshot().rows.filter(({ plan }) => plan).length;
}

afterEach(() => vi.useRealTimers());

describe('a hundred files', () => {
  it('are told of many at a time, and the first one at once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let now = 0;
    const h = harness({ now: () => now });
    const checked = told(h);
    void h.hold(manyFiles());
    now = 1000;
    while (checkedIn(h) < MANY - 1) await new Promise((resolve) => setImmediate(resolve));
    expect(checked, 'at the choice, and at the first verdict').toEqual([0, 1]);
    vi.advanceTimersByTime(100);
    expect(checked).toEqual([0, 1, MANY - 1]);
  });

  it('are told of as soon when the clock is set back meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let now = 3_600_000;
    const h = harness({ now: () => now });
    const checked = told(h);
    void h.hold(manyFiles());
    now = 0;
    while (checkedIn(h) < MANY - 1) await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(100);
    expect(checked.at(-1)).toBe(MANY - 1);
  });

  it('are told of at once when all are checked', async () => {
    const h = harness();
    const checked = told(h);
    await h.hold(manyFiles());
    await vi.waitUntil(() => checked.at(-1) === MANY - 1);
    h.inspecting[0]?.resolve(textOf('SENR', '2022-23'));
    await settle();
    expect(checked.slice(-2)).toEqual([MANY - 1, MANY]);
    expect(h.session.getSnapshot().phase).toBe('review');
  });

  it('keep the rows of those that nothing happened to, for the panel to draw only the others', async () => {
    const h = harness();
    await h.hold(manyFiles());
    h.inspecting[0]?.resolve(textOf('SENR', '2022-23'));
    await settle();
    const before = h.session.getSnapshot().rows;
    h.session.remove('file-1');
    const after = h.session.getSnapshot().rows;
    const changed = after.filter((row) => !before.includes(row)).map(({ name }) => name);
    expect(after).toHaveLength(MANY - 1);
    expect(changed, 'the next year of the same type had a neighbor').toEqual(['CRSC_2001-02.txt']);
    h.session.undo();
    expect(h.session.getSnapshot().rows).toHaveLength(MANY);
  });

  it('are one list as long as nothing happens to any of them', async () => {
    const h = harness();
    await h.hold(manyFiles());
    const before = h.session.getSnapshot().rows;
    h.session.pointAt('submit');
    expect(h.session.getSnapshot().rows).toBe(before);
  });
});
