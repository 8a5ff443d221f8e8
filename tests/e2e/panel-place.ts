import { afterAll, describe, expect, it } from 'vitest';
import type { Box } from '../../lib/messaging/panel-dock.ts';
import { filepond } from '../portal/variants/filepond.ts';
import { plain } from '../portal/variants/plain.ts';
import { sameOriginFrame } from '../portal/variants/same-origin-frame.ts';
import type { PagePlace } from '../portal/variants/upload-page-variant.ts';
import type { Driver } from './drivers/driver.ts';
import { extract } from './files.ts';
import { focusInPanel, openPanel, pressInPanel, waitForPanelText } from './panel.ts';
import { expectAccessiblePage } from './promises.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import { waitFor } from './wait-for.ts';

const VARIANTS = [plain, filepond, sameOriginFrame];
const WINDOWS = [
  [1280, 800],
  [1366, 768],
  [320, 640],
] as const;
type VariantId = (typeof VARIANTS)[number]['id'];
const MOST_TABS = 60;
const SOON_MS = 3_000;

/** The panel covers nothing that the person needs on the page, and stands where they want it. */
export function describePanelPlace(stageOf: () => Stage): void {
  async function open(variant: VariantId, width: number, height: number): Promise<Stage> {
    const stage = stageOf();
    const { driver, portal } = stage;
    await driver.resize(1280, 900);
    await stage.open(portal.url({ variant: 'plain' }));
    await openPanel(driver);
    await forgetEarlierScenarios(stage);
    await driver.toFront();
    await driver.resize(width, height);
    await stage.open(portal.url({ variant }));
    await waitForPanelText(driver, 'Upload Assistant');
    return stage;
  }

  afterAll(() => stageOf().driver.resize(1280, 900));

  describe('the place of the panel', () => {
    const cases = WINDOWS.flatMap(([width, height]) =>
      VARIANTS.map((variant) => [variant.id, width, height, variant.controls] as const),
    );
    it.each(cases)(
      'covers nothing on the %s page at %d × %d',
      async (id, width, height, controls) => {
        const stage = await open(id, width, height);
        const { driver } = stage;
        const places = Object.values(controls);
        const step = async (name: string) => {
          await expectNothingCovered(driver, places, name);
          await stage.picture(`place ${id} ${width} ${name}`);
        };
        await step('waiting');
        const paths = await stage.write([extract('SENR_8812731.txt', 'SENR')]);
        await driver.chooseFiles(controls.files, paths);
        await waitFor('the file to be held', () => saysOrIsBar(driver, 'Fix and attach'));
        await step('held');
        await openIfBar(driver);
        await pressInPanel(driver, 'Fix and attach 1 file');
        // The person goes on in the page, so a panel without room is a bar again.
        await waitFor('the file to be attached', () => saysOrIsBar(driver, 'Attached.'));
        await expectAccessiblePage(driver);
        await backToPage(driver);
        await step('attached');
        await expectFocusInView(driver);
      },
    );

    it('is chosen with the arrow keys, and remembered', async () => {
      const { driver } = await open('plain', 1280, 800);
      await expectPanelAt(driver, { right: 8 });
      await focusInPanel(driver, 'Move the panel');
      await driver.press('ArrowLeft');
      await driver.press('ArrowUp');
      await driver.press('ArrowUp');
      await expectPanelAt(driver, { left: 8, top: 8 });
      await waitForPanelText(driver, 'The panel is at the top left.');
      await driver.reload();
      await openPanel(driver);
      await expectPanelAt(driver, { left: 8, top: 8 });
      // A small window has its own place.
      await driver.resize(800, 800);
      await expectPanelAt(driver, { right: 8 });
    });

    // The drivers' pointers are lost beyond the panel's frame, so these drags are short.
    it('is chosen by a drag of its handle, or by clicks', async () => {
      const { driver } = await open('plain', 700, 800);
      await expectPanelAt(driver, { right: 8, width: 380 });
      const handle = await handleAt(driver, '.panel-handle');
      await driver.drag(handle, { x: handle.x + 10, y: handle.y });
      await expectPanelAt(driver, { left: 8, width: 380 });
      const now = await handleAt(driver, '.panel-handle');
      await driver.clickAt(now.x, now.y);
      await waitForPanelText(driver, 'The panel is at the middle left.');
    });

    it('is narrower after a drag of its width', async () => {
      const { driver } = await open('plain', 1280, 800);
      await pressInPanel(driver, 'Expand');
      await expectPanelAt(driver, { right: 8, width: 380 });
      const grip = await handleAt(driver, '.panel-grip');
      await driver.drag(grip, { x: grip.x + 40, y: grip.y });
      await expectPanelAt(driver, { right: 8, width: 340 });
    });

    it('is wider with the arrow keys', async () => {
      const stage = await open('plain', 1280, 800);
      const { driver } = stage;
      await pressInPanel(driver, 'Expand');
      await focusInPanel(driver, 'Panel width');
      for (let times = 0; times < 4; times += 1) await driver.press('ArrowRight');
      await expectPanelAt(driver, { width: 460 });
      await expectAccessiblePage(driver);
      await stage.picture('place wider');
    });
  });
}

async function saysOrIsBar(driver: Driver, words: string): Promise<true | undefined> {
  const panel = await openPanel(driver);
  const isIt = await panel.evaluate((said) => {
    const isBar = document.querySelector('[aria-expanded=false]') !== null;
    return isBar || document.body.innerText.includes(said);
  }, words);
  return isIt || undefined;
}

/** The middle of a handle, in the window of the page, once the panel stands still. */
function handleAt(driver: Driver, selector: string): Promise<{ x: number; y: number }> {
  let last = '';
  return waitFor(`${selector} to stand still`, async () => {
    const { left, top } = await panelBox(driver);
    const inside = await (await openPanel(driver)).evaluate((wanted) => {
      const box = document.querySelector(wanted)?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, selector);
    const now = JSON.stringify({ left, top, inside });
    const isStill = now === last;
    last = now;
    return inside && isStill ? { x: left + inside.x, y: top + inside.y } : undefined;
  });
}

/** Where only the bar has room, the person opens the panel over the page. */
async function openIfBar(driver: Driver): Promise<void> {
  const panel = await openPanel(driver);
  const isBar = await panel.evaluate(
    () => document.querySelector('[aria-expanded=false]') !== null,
    undefined,
  );
  if (isBar) await pressInPanel(driver, 'Expand');
  await waitForPanelText(driver, 'Fix and attach 1 file');
}

/** The focus comes to the first link of the page. */
async function backToPage({ page }: Driver): Promise<void> {
  await page.evaluate(() => {
    window.focus();
    document.querySelector<HTMLElement>('a')?.focus();
  }, undefined);
}

async function expectNothingCovered(
  driver: Driver,
  controls: readonly PagePlace[],
  step: string,
): Promise<void> {
  let last = '';
  await waitFor(
    `nothing to be covered when ${step}`,
    async () => {
      const panel = await panelBox(driver);
      const boxes = await Promise.all(controls.map((control) => boxOf(driver, control)));
      last = JSON.stringify({ panel, boxes });
      const isSeen = panel.width >= 300 && panel.height >= 40; // beside a scroll bar
      return (isSeen && boxes.every((box) => !box || !isAcross(panel, box))) || undefined;
    },
    () => last,
    SOON_MS,
  );
}

/** Tab reaches every control of the page, and none of them is then under the panel. */
async function expectFocusInView(driver: Driver): Promise<void> {
  const reached: string[] = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    let last = '';
    const focus = await waitFor(
      'the focus to be in view',
      async () => {
        const focused = await focusedOnPage(driver);
        const panel = await panelBox(driver);
        last = JSON.stringify({ focused, panel });
        if (!focused) return 'elsewhere';
        return isAcross(panel, focused.box) ? undefined : focused.what;
      },
      () => last,
      SOON_MS,
    );
    if (focus === 'elsewhere' && reached.length > 0) break;
    reached.push(focus);
    await driver.press('Tab');
  }
  // The header, the form and the footer.
  expect(reached.length, reached.join()).toBeGreaterThan(12);
}

async function expectPanelAt(driver: Driver, wanted: Partial<PanelBox>): Promise<void> {
  let last: PanelBox | undefined;
  await waitFor(
    `the panel at ${JSON.stringify(wanted)}`,
    async () => {
      last = await panelBox(driver);
      return JSON.stringify({ ...last, ...wanted }) === JSON.stringify(last) || undefined;
    },
    () => JSON.stringify(last),
    10_000,
  );
}

function isAcross(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}

interface PanelBox extends Box {
  /** From the right edge of the window. */
  readonly right: number;
}

function panelBox({ page }: Driver): Promise<PanelBox> {
  return page.evaluate(() => {
    const panel = document.querySelector('[data-upload-assistant=panel]');
    const { left = 0, top = 0, width = 0, height = 0 } = panel?.getBoundingClientRect() ?? {};
    const right = document.documentElement.clientWidth - left - width;
    return { left, top, width, height, right };
  }, undefined);
}

/** @returns undefined where there is nothing to see */
function boxOf({ page }: Driver, place: PagePlace): Promise<Box | undefined> {
  return page.evaluate(
    ([selector, within]) => {
      let around: ParentNode = document;
      let [x, y] = [0, 0];
      for (const host of within) {
        const frame: Element | null = around.querySelector(host);
        if (!(frame instanceof HTMLIFrameElement) || !frame.contentDocument) return undefined;
        const { left, top } = frame.getBoundingClientRect();
        x += left + frame.clientLeft;
        y += top + frame.clientTop;
        around = frame.contentDocument;
      }
      const control = around.querySelector(selector);
      // A widget hides its input, and shows something around it.
      for (const one of [control, control?.parentElement, control?.parentElement?.parentElement]) {
        const box = one?.getBoundingClientRect();
        if (!box || box.width < 3 || box.height < 3) continue;
        return { left: box.left + x, top: box.top + y, width: box.width, height: box.height };
      }
      return undefined;
    },
    [place.selector, place.within ?? []] as const,
  );
}

/** @returns undefined where the page's focus is in the panel or nowhere */
function focusedOnPage({ page }: Driver): Promise<{ what: string; box: Box } | undefined> {
  return page.evaluate(() => {
    let [x, y] = [0, 0];
    let focused = document.activeElement;
    while (focused instanceof HTMLIFrameElement && focused.contentDocument) {
      const { left, top } = focused.getBoundingClientRect();
      x += left + focused.clientLeft;
      y += top + focused.clientTop;
      focused = focused.contentDocument.activeElement;
    }
    if (
      !focused ||
      focused.localName === 'body' ||
      focused.matches('[data-upload-assistant=panel]')
    )
      return undefined;
    const { left, top, width, height } = focused.getBoundingClientRect();
    const what = `${focused.localName} ${focused.textContent.trim().slice(0, 20)}`;
    return { what, box: { left: left + x, top: top + y, width, height } };
  }, undefined);
}
