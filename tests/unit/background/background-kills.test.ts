import { describe, expect, it } from 'vitest';
import { sentFile } from '../support/attached-file.ts';
import type { Step } from '../support/background-world.ts';
import { stepsIn, TAB, World } from '../support/background-world.ts';
import { organization, saved } from '../support/ledger.ts';
import { Life } from '../support/mortal.ts';

const { announce, STANDS, CLICK, CLICK_FOUND, THANKS_FOUND, THANKS, OPENED, NO_THANKS } =
  stepsIn(TAB);
const ANNOUNCED = announce(sentFile('SENR'));
const CLOSED: Step = (world) => world.background.tabClosed(7);

/** What becomes of the message that was never answered. */
type Message = 'told again' | 'lost';

interface Lived {
  readonly status: string | undefined;
  readonly kinds: readonly string[];
  /** How many operations the story takes while nothing ends it. */
  readonly operations: number;
}

/**
 * Plays a story with a background that the browser ends after so many operations on what it stores.
 * Another one goes on from there.
 */
async function live(
  story: readonly Step[],
  message: Message,
  last = Number.POSITIVE_INFINITY,
): Promise<Lived> {
  const world = new World();
  await world.record(saved(organization()));
  const life = new Life(last);
  world.start(life);
  let isOver = false;
  for (const step of story) {
    await attempt(step, world);
    if (isOver || life.operations <= last) continue;
    isOver = true;
    world.start();
    const next = message === 'told again' ? again(step, story) : undefined;
    if (next) await attempt(next, world);
  }
  if (!isOver) world.start();
  return {
    status: await world.statusOf(),
    kinds: await world.kinds(),
    operations: life.operations,
  };
}

/**
 * After a click the marks in the tab's storage tell it. The content script leaves them only for files
 * that it saw on the page at the click.
 */
function again(step: Step, story: readonly Step[]): Step | undefined {
  if (step === OPENED) return undefined; // told again it would be another page
  const stands = story.indexOf(STANDS);
  if (stands < 0 || stands > story.indexOf(CLICK)) return step;
  if (step === CLICK) return CLICK_FOUND;
  return step === THANKS && story.includes(CLICK) ? THANKS_FOUND : step;
}

/** It fails if the background is gone, or if it never answered what was announced. */
async function attempt(step: Step, world: World): Promise<void> {
  try {
    await step(world);
  } catch {}
}

/** The same story once for each operation after which the background can end. */
async function liveAllLives(story: readonly Step[], message: Message): Promise<Lived[]> {
  const { operations } = await live(story, message);
  expect(operations).toBeGreaterThan(10);
  const lives: Lived[] = [];
  for (let last = 0; last < operations; last++) lives.push(await live(story, message, last));
  return lives;
}

describe('a background that ends at any moment', () => {
  it.each<readonly [string, readonly Step[]]>([
    ['on the same page', [ANNOUNCED, STANDS, CLICK, THANKS, CLOSED]],
    ['on the page after the click', [ANNOUNCED, STANDS, CLICK, OPENED, THANKS, CLOSED]],
  ])('keeps the click and the thanks %s', async (_what, story) => {
    expect((await live(story, 'lost')).status).toBe('sent');
    for (const { status } of await liveAllLives(story, 'told again')) expect(status).toBe('sent');
    // The content script may be gone as well; then nothing shows more than was recorded.
    for (const { status } of await liveAllLives(story, 'lost')) {
      expect(['sent', 'not sure', 'missing']).toContain(status);
    }
  });

  it.each<readonly [string, readonly Step[]]>([
    ['a click that came too early', [ANNOUNCED, CLICK, STANDS, THANKS, CLOSED]],
    ['thanks without a click', [ANNOUNCED, STANDS, THANKS, CLOSED]],
    ['a click without thanks', [ANNOUNCED, STANDS, CLICK, OPENED, NO_THANKS, CLOSED]],
    ['thanks after the page without a click', [ANNOUNCED, STANDS, OPENED, THANKS, CLOSED]],
  ])('never turns a doubt into a proof: %s', async (_what, story) => {
    expect((await live(story, 'lost')).status).toBe('not sure');
    for (const { status } of await liveAllLives(story, 'told again')) {
      expect(status).toBe('not sure');
    }
    for (const { status } of await liveAllLives(story, 'lost')) expect(status).not.toBe('sent');
  });

  it('records nothing twice', async () => {
    const story = [ANNOUNCED, STANDS, CLICK, OPENED, THANKS, CLOSED];
    for (const { kinds } of await liveAllLives(story, 'told again')) {
      const once = kinds.filter((kind) => kind !== 'confirmation-not-seen');
      expect(new Set(once).size).toBe(once.length);
      if (kinds.includes('confirmed-on-page')) expect(kinds.at(-1)).toBe('confirmed-on-page');
    }
  });
});
