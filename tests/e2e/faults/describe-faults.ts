import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPortal } from '../../portal/portal.ts';
import { openChromium } from '../drivers/chromium.ts';
import { extensionDir } from '../stage.ts';
import type { ProbedFunction } from './instrument.ts';
import { instrumentBuild } from './instrument.ts';
import { JOURNEYS } from './journeys.ts';
import { UNCAUGHT } from './person.ts';
import type { FaultStage, Trial, Trialled } from './run-faults.ts';
import { runTrials } from './run-faults.ts';
import { onTheWayDown, reachedIn } from './trials.ts';

/** All functions in one mode after the other take some minutes on a busy machine. */
const GROUP_MS = 1_800_000;

type Group = (
  played: readonly Trialled[],
  functions: readonly ProbedFunction[],
) => readonly Trial[];

/**
 * Functions of the shipped content scripts are made to throw, one after the other, while a person
 * uploads a file in a real browser. The page comes first: the server gets the file, once, or the
 * person is told, and then gets it there by hand.
 */
export function describeFaults(groups: Readonly<Record<string, Group>>): void {
  describe('when a function of the content script throws', () => {
    let stage: FaultStage;
    let functions: readonly ProbedFunction[] = [];
    let played: readonly Trialled[] = [];

    beforeAll(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'upload-assistant-faults-'));
      const dir = join(folder, 'extension');
      const build = extensionDir('chrome-mv3', 'with the extension') ?? '';
      functions = await instrumentBuild(build, dir);
      const portal = await startPortal();
      const open = async (profile: string) => {
        await mkdir(join(folder, profile));
        const { proxyPort } = portal;
        return openChromium(join(folder, profile), {
          extensionDir: dir,
          proxyPort,
          headless: true,
        });
      };
      stage = { context: await open('tabs'), front: await open('front'), portal, folder };
      played = await runTrials(stage, JOURNEYS.map(withoutFault));
    }, GROUP_MS);
    afterAll(async () => {
      await stage?.context.close();
      await stage?.front.close();
      await stage?.portal.close();
      await rm(stage?.folder, { recursive: true, force: true, maxRetries: 3 });
    }, GROUP_MS);

    /** What broke the promise, with the function that threw. */
    const broken = (trials: readonly Trialled[]) =>
      trials.flatMap(({ journey, faults, complaints }) => {
        const isNet = faults.some(({ at }) => NET.test(functions[at]?.code ?? ''));
        const left = complaints.filter((text) => !(isNet && text.startsWith(UNCAUGHT)));
        const what = faults.map(({ at, when }) => `${functions[at]?.source} (${when})`);
        return left.map((text) => `${what.join(', then ')} in "${journey.id}": ${text}`);
      });

    it('not: every journey ends well without a fault', () => {
      const reached = reachedIn(played);
      console.log(`${functions.length} functions, ${reached.size} of them reached.`);
      expect(broken(played).join('\n')).toBe('');
      expect(played.map(({ course }) => course)).toEqual(JOURNEYS.map(() => 'as ever'));
    });

    it.each(Object.entries(groups))(
      '%s: the page has the file, or the person knows why not',
      async (name, trialsFrom) => {
        const wanted = trialsFrom(played, functions).filter(
          ({ faults }) => !faults.some(({ at }) => WRAPPED.test(functions[at]?.code ?? '')),
        );
        const trials = await runTrials(stage, wanted);
        const thrown = trials.filter((trial) => trial.thrown.length >= trial.faults.length);
        const courses = Object.entries(Object.groupBy(thrown, ({ course }) => course));
        const counts = courses.map(([course, all]) => `${course} ${all?.length}`).join(', ');
        console.log(`${name}: ${trials.length} tried, ${thrown.length} threw: ${counts}.`);
        expect(broken(trials).join('\n')).toBe('');
        expect(thrown.length).toBeGreaterThan(trials.length * MOSTLY);
      },
      GROUP_MS,
    );

    it(
      'a second one on the way down: the same',
      async () => {
        const at = innermost(functions, 'copied');
        const first = { at, when: 'at its first call' } as const;
        const shortestJourney = JOURNEYS.slice(0, 1);
        const down = await runTrials(
          stage,
          shortestJourney.map((journey) => ({ journey, faults: [first] })),
        );
        expect(down).toMatchObject([{ course: 'untouched', complaints: [] }]);
        const trials = await runTrials(
          stage,
          down
            .flatMap((trial) => onTheWayDown(first, trial))
            .filter(({ faults }) => !faults.some(({ at: id }) => isLastLine(functions[id]))),
        );
        console.log(`On the way down: ${trials.length} tried.`);
        expect(broken(trials).join('\n')).toBe('');
      },
      GROUP_MS,
    );
  });
}

/**
 * The function in lib/upload-page/safely.ts that catches whatever the others throw. What it throws
 * itself before it can catch goes to the browser; no more than a line in the console comes of that.
 */
const NET = /^\(\.\.\.\w+\)=>\{try\{.*instanceof Promise/s;

/**
 * A method of the page's that is wrapped, in lib/page-side/detached-inputs.ts: all that is done before
 * the page's own is in a try. A fault put in front of that stands for nothing that could happen.
 */
const WRAPPED = /^function\(\)\{try\{.*\}catch\{\}return \w+\.call\(this\)\}$/s;

/**
 * The bare steps from the net to the last words: `#giveUp` and the call of it, and `sayLast`. Nothing
 * stands behind them; should one break in the very moment in which another function has, the person
 * is not told.
 */
const LAST_LINE = [
  /^\(\)=>this\.#\w+\(\)$/,
  /^\(\)\{let\{signal:\w+\}=this\.#\w+;if\(\w+\.aborted\)return;let\{stopped:/,
  /^function \w+\(\w+,\w+,\w+\)\{try\{.*\}catch\{\w+\.alert\(\w+\)\}\}$/,
];

function isLastLine(one: ProbedFunction | undefined): boolean {
  return LAST_LINE.some((form) => form.test(one?.code ?? ''));
}

/** The innermost function that holds these words. */
function innermost(functions: readonly ProbedFunction[], words: string): number {
  const holding = functions.filter(({ code }) => code.includes(words));
  const [one] = holding.toSorted((a, b) => a.code.length - b.code.length);
  if (!one) throw new Error(`No function says "${words}".`);
  return one.id;
}

/** Some functions run in one journey and not in the next; a run in which hardly any did proves nothing. */
const MOSTLY = 0.85;

function withoutFault(journey: Trial['journey']): Trial {
  return { journey, faults: [] };
}
