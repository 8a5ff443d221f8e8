import { describe, expect, it } from 'vitest';
import type { FromPanel } from '../../../lib/messaging/page-port.ts';
import type { Box, PanelDocks, Surroundings } from '../../../lib/messaging/panel-dock.ts';
import { USUAL_DOCK } from '../../../lib/messaging/panel-dock.ts';
import type { DockingDeps } from '../../../lib/session/panel-docking.ts';
import { PanelDocking } from '../../../lib/session/panel-docking.ts';

const WIDE = { width: 1280, height: 800 };
const OPEN = { height: 500, bar: 48, isOpen: true };
const BAR = { height: 48, bar: 48, isOpen: false };
const FORM: Box = { left: 585, top: 270, width: 570, height: 380 };
/** Leaves room for a bar alone. */
const WALL: Box = { left: 0, top: 0, width: 1280, height: 700 };
const TOP_LEFT = { side: 'left', row: 'top', width: 400 } as const;

const page = (over: Partial<Surroundings> = {}): Surroundings => ({
  window: WIDE,
  controls: [],
  focus: [],
  isInPanel: false,
  ...over,
});

interface World {
  readonly docking: PanelDocking;
  readonly said: FromPanel[];
  /** What the background was asked to keep. */
  readonly kept: unknown[];
  place(): Box | undefined;
}

function world(docks: PanelDocks | Error = {}, deps: Partial<DockingDeps> = {}): World {
  const said: FromPanel[] = [];
  const kept: unknown[] = [];
  const ask = async (name: string, payload: object) => {
    if (name === 'keep panel dock') kept.push(payload);
    if (docks instanceof Error) throw docks;
    return name === 'panel docks' ? docks : 'done';
  };
  const docking = new PanelDocking({
    toPage: (message) => said.push(message),
    ask: ask as DockingDeps['ask'],
    hasFocus: () => false,
    ...deps,
  });
  const place = () => said.findLast((one) => one.type === 'stand')?.place;
  return { docking, said, kept, place };
}

async function begun(docks?: PanelDocks | Error, deps?: Partial<DockingDeps>): Promise<World> {
  const made = world(docks, deps);
  await made.docking.recall();
  return made;
}

describe('the panel stands', () => {
  it('nowhere before it knows both the page and what was remembered', async () => {
    const { docking, said, place } = world({ large: TOP_LEFT });
    docking.hear(page());
    expect(said).toEqual([]);
    await docking.recall();
    expect(place()).toMatchObject({ left: 8, top: 8, width: 400 });
  });

  it('at the bottom right on the first day, and without a background', async () => {
    for (const docks of [{}, new Error('no background')]) {
      const { docking, place } = await begun(docks);
      docking.hear(page());
      expect(place()).toMatchObject({ left: 892, top: 744, height: 48 });
    }
  });

  it('where the person put it in a window of this size', async () => {
    const { docking, place } = await begun({ large: TOP_LEFT, small: USUAL_DOCK });
    docking.hear(page());
    expect(place()).toMatchObject({ left: 8, top: 8 });
    docking.hear(page({ window: { width: 600, height: 700 } }));
    expect(place()).toMatchObject({ left: 212, top: 644 });
    expect(docking.getSnapshot().isResizable).toBe(false);
  });

  it('beside the controls and the focus of the page', async () => {
    const { docking, place } = await begun();
    docking.hear(page({ controls: [FORM] }));
    docking.resize(OPEN);
    expect(place()).toMatchObject({ left: 8, height: 500 });
    docking.hear(
      page({ controls: [FORM], focus: [{ left: 8, top: 500, width: 200, height: 20 }] }),
    );
    expect(place()).toMatchObject({ left: 8, top: 8, height: 484 });
  });

  it('over an element as large as the page, which cannot be hidden', async () => {
    const { docking, place } = await begun();
    docking.hear(page({ focus: [{ left: 0, top: 0, ...WIDE }] }));
    docking.resize(OPEN);
    expect(place()).toMatchObject({ height: 500 });
  });

  it('where it was, and tells the page nothing while nothing changes', async () => {
    const { docking, said } = await begun();
    docking.hear(page());
    docking.hear(page());
    docking.resize(BAR);
    expect(said).toHaveLength(1);
  });

  it('where it was if it cannot tell the page', async () => {
    const toPage = () => {
      throw new Error('no page');
    };
    const { docking } = await begun({}, { toPage });
    expect(() => docking.hear(page())).not.toThrow();
    expect(() => docking.resize(OPEN)).not.toThrow();
  });
});

describe('a panel without room', () => {
  async function inABar() {
    const made = await begun();
    made.docking.hear(page());
    made.docking.resize(OPEN);
    made.docking.hear(page({ controls: [WALL] }));
    made.docking.resize({ ...OPEN, height: 48 });
    return made;
  }

  it('is a bar, and open again once there is room', async () => {
    const { docking, place } = await inABar();
    expect(docking.getSnapshot().lacksRoom).toBe(true);
    expect(place()).toMatchObject({ height: 48 });
    docking.hear(page());
    expect(docking.getSnapshot().lacksRoom).toBe(false);
    expect(place()).toMatchObject({ height: 500 });
  });

  it('opens for the person until they go back to the page', async () => {
    const { docking, place } = await inABar();
    docking.openAnyway();
    expect(docking.getSnapshot().lacksRoom).toBe(false);
    expect(place()).toMatchObject({ height: 500 });
    docking.hear(page({ controls: [WALL], isInPanel: true }));
    expect(place()).toMatchObject({ height: 500 });
    docking.hear(page({ controls: [WALL] }));
    expect(docking.getSnapshot().lacksRoom).toBe(true);
  });

  it('stays a bar that the person closed', async () => {
    const { docking, place } = await inABar();
    docking.openAnyway();
    docking.resize(BAR);
    expect(place()).toMatchObject({ height: 48 });
    docking.resize(OPEN);
    expect(docking.getSnapshot().lacksRoom).toBe(true);
  });

  it('says so to those who listen', async () => {
    const { docking } = await begun();
    docking.resize(OPEN);
    let times = 0;
    const end = docking.subscribe(() => (times += 1));
    docking.hear(page({ controls: [WALL] }));
    expect(times).toBe(1);
    end();
    docking.hear(page());
    expect(times).toBe(1);
  });
});

describe('the person', () => {
  it('puts it elsewhere, and that is kept for windows of this size', async () => {
    const { docking, kept, place } = await begun({ small: USUAL_DOCK });
    docking.hear(page());
    docking.choose(TOP_LEFT);
    expect(place()).toMatchObject({ left: 8, top: 8, width: 400 });
    expect(docking.getSnapshot().dock).toEqual(TOP_LEFT);
    expect(kept).toEqual([{ windowSize: 'large', dock: TOP_LEFT }]);
  });

  it('is told when the page needs the side that they chose', async () => {
    const { docking } = await begun();
    docking.hear(page({ controls: [FORM] }));
    docking.resize(OPEN);
    expect(docking.getSnapshot()).toMatchObject({ dock: USUAL_DOCK, isAside: true });
    docking.choose(TOP_LEFT);
    expect(docking.getSnapshot()).toMatchObject({ dock: TOP_LEFT, isAside: false });
  });

  it('puts it elsewhere without a background, too', async () => {
    const { docking, place } = await begun(new Error('no background'));
    docking.hear(page());
    docking.choose(TOP_LEFT);
    expect(place()).toMatchObject({ left: 8, top: 8 });
  });

  it('drags it: an outline shows where it would be, and it moves when they let go', async () => {
    const { docking, said, kept, place } = await begun();
    docking.hear(page());
    const before = place();
    docking.dragTo({ left: -800, top: -700 });
    expect(said.at(-1)).toMatchObject({ type: 'outline', place: { left: 8, top: 8 } });
    docking.hear(page({ controls: [FORM] }));
    expect(place()).toEqual(before);
    docking.drop();
    expect(said.some((one) => one.type === 'outline' && !one.place)).toBe(true);
    expect(place()).toMatchObject({ left: 8, top: 8 });
    expect(kept).toEqual([{ windowSize: 'large', dock: { ...TOP_LEFT, width: 380 } }]);
  });

  it('gives up a drag, and nothing has changed', async () => {
    const { docking, said, kept } = await begun();
    docking.hear(page());
    docking.dragTo({ left: -800, top: -700 });
    docking.cancelDrag();
    expect(said.at(-1)).toEqual({ type: 'outline' });
    expect(docking.getSnapshot().dock).toEqual(USUAL_DOCK);
    docking.drop();
    expect(kept).toEqual([]);
  });

  it('makes it wider by a drag toward the middle of the window', async () => {
    const { docking, place } = await begun();
    docking.hear(page());
    docking.dragWidth(-60);
    docking.drop();
    expect(place()).toMatchObject({ width: 440 });
    docking.choose(TOP_LEFT);
    docking.dragWidth(60);
    docking.drop();
    expect(place()).toMatchObject({ width: 460 });
  });
});
