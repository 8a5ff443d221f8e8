import { afterAll, describe, expect, it } from 'vitest';
import type { Box } from '../../lib/messaging/panel-dock.ts';
import { dropzone } from '../portal/variants/dropzone.ts';
import { filepond } from '../portal/variants/filepond.ts';
import { plain } from '../portal/variants/plain.ts';
import { sameOriginFrame } from '../portal/variants/same-origin-frame.ts';
import type { Driver } from './drivers/driver.ts';
import { extract } from './files.ts';
import { focusInPanel, openPanel, pressInPanel, waitForPanelText } from './panel.ts';
import type { PanelBox } from './panel-box.ts';
import {
  expectNothingCovered,
  isAcross,
  openIfBar,
  openInWindow,
  panelBox,
  resetWindow,
  SOON_MS,
  saysOrIsBar,
  WINDOWS,
} from './panel-box.ts';
import { expectAccessiblePage } from './promises.ts';
import type { Stage } from './stage.ts';
import { waitFor } from './wait-for.ts';

const VARIANTS = [plain, filepond, sameOriginFrame];
type VariantId = (typeof VARIANTS)[number]['id'] | 'dropzone';
const MOST_TABS = 60;

/** The panel covers nothing that the person needs on the page, and stands where they want it. */
export function describePanelPlace(stageOf: () => Stage): void {
  async function open(variant: VariantId, width: number, height: number): Promise<Stage> {
    const stage = stageOf();
    await openInWindow(stage, variant, width, height);
    return stage;
  }

  describe('the place of the panel', () => {
    afterAll(() => resetWindow(stageOf()));

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
        await openIfBar(driver, 'Fix and attach 1 file');
        await pressInPanel(driver, 'Fix and attach 1 file');
        // The person goes on in the page, so a panel without room is a bar again.
        await waitFor('the file to be attached', () => saysOrIsBar(driver, 'Attached.'));
        await expectAccessiblePage(driver);
        await backToPage(driver);
        await step('attached');
        await expectFocusInView(driver);
      },
    );

    it('is not over the button of a widget whose input is elsewhere', async () => {
      const { driver } = await open('dropzone', 1280, 800);
      const places = [...Object.values(dropzone.controls), { selector: '.dz-button' }];
      await expectNothingCovered(driver, places, 'waiting');
    });

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

/** The focus comes to the first link of the page. */
async function backToPage({ page }: Driver): Promise<void> {
  await page.evaluate(() => {
    window.focus();
    document.querySelector<HTMLElement>('a')?.focus();
  }, undefined);
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
