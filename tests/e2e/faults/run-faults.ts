import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright';
import type { Portal } from '../../portal/portal.ts';
import { findVariant } from '../../portal/variants.ts';
import type { Journey } from './journeys.ts';
import { Person, Refused, Stuck, Told, Untouched } from './person.ts';
import type { Fault, ReachedWhen } from './probe.ts';

export interface Trial {
  readonly journey: Journey;
  readonly faults: readonly Fault[];
}

export interface Trialled extends Trial {
  /** Numbers of the functions that threw, in order. */
  readonly thrown: readonly number[];
  readonly reached: readonly (readonly [number, ReachedWhen])[];
  /** What happened after the fault. */
  readonly course: 'as ever' | 'told' | 'untouched' | 'stuck';
  readonly complaints: readonly string[];
  readonly seconds: number;
}

export interface FaultStage {
  readonly context: BrowserContext;
  /** A browser with one tab, which is always in front. */
  readonly front: BrowserContext;
  readonly portal: Portal;
  readonly folder: string;
}

const TABS = 7;

/** Runs all trials, several side by side, because they mostly wait. */
export async function runTrials(stage: FaultStage, trials: readonly Trial[]): Promise<Trialled[]> {
  const done: Trialled[] = [];
  const workThrough = async (page: Page, waiting: [number, Trial][]) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, trial] = next;
      done[at] = await runTrial(stage, page, trial);
    }
  };
  const isInFront = ([, { journey }]: [number, Trial]) => journey.takes === 'the front tab';
  const all = [...trials.entries()];
  const inFront = all.filter(isInFront);
  const inTurn = all.filter((each) => !isInFront(each));
  const pages = await tabs(stage.context);
  const [front] = stage.front.pages();
  if (!front) throw new Error('The browser has no tab in front.');
  await Promise.all([
    ...pages.map((page) => workThrough(page, inTurn)),
    workThrough(front, inFront),
  ]);
  return done;
}

/** The tabs stay open, because a browser may crash when tabs come and go quickly. */
async function tabs(context: BrowserContext): Promise<Page[]> {
  while (context.pages().length < TABS) await context.newPage();
  return context.pages();
}

/** Longer than a journey in which every wait runs out. */
const TRIAL_MS = 90_000;
let runs = 0;

async function runTrial(
  { portal, folder }: FaultStage,
  page: Page,
  trial: Trial,
): Promise<Trialled> {
  const run = ++runs;
  const { journey } = trial;
  const variant = findVariant(journey.variant);
  if (!variant) throw new Error(`There is no page ${journey.variant}.`);
  await mkdir(join(folder, String(run)));
  const path = join(folder, String(run), journey.fileName);
  await writeFile(path, journey.content(run));
  const person = new Person({
    page,
    portal,
    run: String(run),
    variant,
    path,
    choose: journey.choose,
  });
  const begun = Date.now();
  const { course, complaints } = await Promise.race([
    play(person, trial),
    wait(TRIAL_MS, { course: 'stuck', complaints: ['it never ended'] } as const),
  ]);
  const result = {
    ...trial,
    thrown: (await person.thrown()) as number[],
    reached: (await person.reached()) as [number, ReachedWhen][],
    course,
    complaints: [...complaints, ...(await person.complaints())],
    seconds: (Date.now() - begun) / 1000,
  };
  await person.leave();
  return result;
}

/** Goes as far as the assistant helps, then on without it. */
async function play(
  person: Person,
  { journey, faults }: Trial,
): Promise<Pick<Trialled, 'course' | 'complaints'>> {
  try {
    await person.open(faults);
    await journey.play(person);
    return { course: 'as ever', complaints: [] };
  } catch (error) {
    const course = courseAfter(error);
    try {
      if (error instanceof Refused) await person.savePrepared();
      if (course === 'stuck') await person.submitWhatIsThere();
      else await person.goOnByHand();
      return { course, complaints: [] };
    } catch (second) {
      return { course, complaints: [`${message(error)} → ${message(second)}`] };
    }
  }
}

/** @throws what has nothing to do with the assistant */
function courseAfter(error: unknown): Trialled['course'] {
  if (error instanceof Told || error instanceof Refused) return 'told';
  if (error instanceof Untouched) return 'untouched';
  if (error instanceof Stuck) return 'stuck';
  throw error;
}

function message(error: unknown): string {
  return error instanceof Error ? error.message || error.constructor.name : String(error);
}
