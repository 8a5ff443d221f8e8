import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ACTIONS, fillDisk, TABS } from './commands.ts';
import { expectNeverNothing, expectPromises } from './promises.ts';
import type { PageKind } from './world.ts';
import { World } from './world.ts';

const RUNS = Number(process.env['MODEL_RUNS'] ?? 10_000);
/** A busy machine is no failure. */
const RUNS_MS = 60 * RUNS;
const kinds = fc.constantFrom<PageKind>('plain', 'plain', 'widget', 'refusing');

it(
  'keeps its promises in any order of events',
  () => {
    fc.assert(
      fc.property(fc.tuple(kinds, kinds), ACTIONS, (pages, actions) => {
        const world = new World(pages);
        fillDisk(world);
        fc.modelRun(() => ({ model: {}, real: world }), actions);
        for (let at = 0; at < TABS; at += 1) {
          world.settle();
          world.closeTab(at);
        }
        expectPromises(world);
        expectNeverNothing(world);
        reached.confirmed ||= world.ledger.some(({ kind }) => kind === 'confirmed-on-page');
        reached.doubted ||= world.ledger.some(({ kind }) => kind === 'confirmation-not-seen');
        reached.takenBack ||= world.ledger.some(({ kind }) => kind === 'taken-back');
      }),
      { numRuns: RUNS },
    );
    expect(reached, 'what the runs came to').toEqual({
      confirmed: true,
      doubted: true,
      takenBack: true,
    });
  },
  RUNS_MS,
);

const reached = { confirmed: false, doubted: false, takenBack: false };
