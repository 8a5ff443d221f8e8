import fc from 'fast-check';
import type { SessionEvent } from '../../lib/session/session-state.ts';
import { newDiskFile } from './disk.ts';
import { expectPromises } from './promises.ts';
import type { World } from './world.ts';

/** How many tabs there are, and files on the disk. */
export const TABS = 2;
const TYPES = ['SENR', 'SINF', 'SCTE'] as const;

/** Two copies of each file: one under its right name, one as CALPADS named it. */
export function fillDisk(world: World): void {
  for (const type of TYPES) world.disk.push(newDiskFile(type, true), newDiskFile(type, false));
}

/** Anything that may happen, at any moment. After each, all promises hold. */
type Action = fc.Command<object, World>;

function action(name: string, run: (world: World) => void): Action {
  return {
    check: () => true,
    run(_, world) {
      run(world);
      expectPromises(world);
    },
    toString: () => name,
  };
}

const tab = fc.nat(TABS - 1);
const file = fc.nat(2 * TYPES.length - 1);

const choose = fc
  .tuple(tab, fc.uniqueArray(file, { minLength: 1, maxLength: 3 }))
  .map(([at, files]) =>
    action(`choose ${files} in ${at}`, (world) => {
      world.choose(
        at,
        files.flatMap((one) => world.disk[one] ?? []),
      );
    }),
  );

const byHand = fc.tuple(tab, file).map(([at, one]) =>
  action(`choose by hand what was saved of ${one} in ${at}`, (world) => {
    const saved = world.disk[one];
    if (saved) world.chooseSaved(at, saved);
  }),
);

const click = tab.map((at) => action(`click in ${at}`, (world) => world.click(at)));
const doubleClick = tab.map((at) =>
  action(`double click in ${at}`, (world) => {
    world.click(at);
    world.click(at);
  }),
);

const deliver = fc
  .tuple(
    tab,
    fc.constantFrom('to panel', 'to page', 'to background', 'to script', 'work' as const),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([at, what, times]) =>
    action(`deliver ${what} ×${times} in ${at}`, (world) => {
      for (let each = 0; each < times; each += 1) world.deliver(at, what as 'work');
    }),
  );

/** The usual way as far as the click: most of what can go wrong lies behind it. */
const attach = fc.tuple(tab, fc.nat(TYPES.length - 1)).map(([at, type]) =>
  action(`attach ${TYPES[type]} in ${at}`, (world) => {
    world.choose(
      at,
      world.disk.filter((_, each) => each === 2 * type),
    );
    world.settle();
  }),
);

const settle = fc.constant(action('settle', (world) => world.settle()));

const PERSON: readonly SessionEvent[] = [
  { type: 'attach' },
  { type: 'undo' },
  { type: 'cancel' },
  { type: 'forget cancelled' },
  { type: 'send only new' },
  { type: 'send anyway' },
];
const panel = fc
  .tuple(tab, fc.constantFrom(...PERSON))
  .map(([at, event]) => action(`${event.type} in ${at}`, (world) => world.panel(at, event)));

const lost = fc.nat(3);
const page = fc.oneof(
  fc
    .tuple(tab, fc.constantFrom('in place' as const, 'another page' as const), lost)
    .map(([at, how, count]) =>
      action(`thanks ${how} in ${at}, ${count} lost`, (world) => world.thank(at, how, count)),
    ),
  fc
    .tuple(tab, lost)
    .map(([at, count]) =>
      action(`reload in ${at}, ${count} lost`, (world) => world.openPage(at, 'form', count)),
    ),
  tab.map((at) => action(`no thanks in ${at}`, (world) => world.noThanks(at))),
  tab.map((at) => action(`back to ${at}`, (world) => world.leaveAndComeBack(at))),
  tab.map((at) => action(`empty the input in ${at}`, (world) => world.emptyInput(at))),
  tab.map((at) => action(`submit by itself in ${at}`, (world) => world.submitByItself(at))),
  fc
    .tuple(tab, fc.string({ maxLength: 5 }))
    .map(([at, own]) => action(`forge the mark in ${at}`, (world) => world.forgeMark(at, own))),
);

const browser = fc.oneof(
  tab.map((at) => action(`the panel of ${at} dies`, (world) => world.killPanel(at))),
  tab.map((at) => action(`update under ${at}`, (world) => world.updateExtension(at))),
  tab.map((at) => action(`close ${at}`, (world) => world.closeTab(at))),
);

const disk = fc.oneof(
  file.map((at) =>
    action(`file ${at} changes`, (world) => {
      const one = world.disk[at];
      if (one) one.version += 1;
    }),
  ),
  file.map((at) =>
    action(`file ${at} is deleted`, (world) => {
      const one = world.disk[at];
      if (one) one.isDeleted = true;
    }),
  ),
);

export const ACTIONS = fc.commands(
  [
    attach,
    attach,
    choose,
    choose,
    byHand,
    settle,
    settle,
    settle,
    deliver,
    deliver,
    deliver,
    panel,
    panel,
    click,
    click,
    doubleClick,
    page,
    page,
    page,
    disk,
    browser,
  ],
  { maxCommands: 40, size: '+1' },
);
