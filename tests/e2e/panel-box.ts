import type { Box } from '../../lib/messaging/panel-dock.ts';
import type { PagePlace } from '../portal/variants/upload-page-variant.ts';
import type { PortalVariant } from '../portal/variants.ts';
import type { Driver } from './drivers/driver.ts';
import { openPanel, pressInPanel, waitForPanelText } from './panel.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import { waitFor } from './wait-for.ts';

/** In CSS pixels. In the last one, only the panel's bar has room beside the form. */
export const WINDOWS = [
  [1280, 800],
  [1366, 768],
  [320, 640],
] as const;
export const SOON_MS = 3_000;

/** Opens the page in a window of this size, with an empty ledger. */
export async function openInWindow(
  stage: Stage,
  variant: PortalVariant,
  width: number,
  height: number,
): Promise<void> {
  const { driver, portal } = stage;
  await resetWindow(stage);
  await stage.open(portal.url({ variant: 'plain' }));
  await openPanel(driver);
  await forgetEarlierScenarios(stage);
  await driver.toFront();
  await driver.resize(width, height);
  await stage.open(portal.url({ variant }));
  await waitForPanelText(driver, 'Upload Assistant');
}

/** The size that all other scenarios use. */
export async function resetWindow({ driver }: Stage): Promise<void> {
  await driver.resize(1280, 900);
}

export async function saysOrIsBar(driver: Driver, words: string): Promise<true | undefined> {
  const panel = await openPanel(driver);
  const isIt = await panel.evaluate((said) => {
    const isBar = document.querySelector('[aria-expanded=false]') !== null;
    return isBar || document.body.innerText.includes(said);
  }, words);
  return isIt || undefined;
}

/** Where only the bar has room, the person opens the panel over the page. */
export async function openIfBar(driver: Driver, words: string): Promise<void> {
  const panel = await openPanel(driver);
  const isBar = await panel.evaluate(
    () => document.querySelector('[aria-expanded=false]') !== null,
    undefined,
  );
  if (isBar) await pressInPanel(driver, 'Expand');
  await waitForPanelText(driver, words);
}

/** The panel is in view, and over none of these controls. */
export async function expectNothingCovered(
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

export function isAcross(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}

export interface PanelBox extends Box {
  /** From the right edge of the window. */
  readonly right: number;
}

export function panelBox({ page }: Driver): Promise<PanelBox> {
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
