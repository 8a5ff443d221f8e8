import type { ElementHandle, Frame, JSHandle, Page } from 'puppeteer-core';
import { waitFor } from '../wait-for.ts';
import type { Doc, SiteTab, Where } from './driver.ts';

/** A tab of the site in Puppeteer's hands. */
export function createSiteTab(page: Page): SiteTab {
  return {
    page: docOf(page.mainFrame()),
    panel: async () => {
      const frame = await panelFrame(page);
      return frame && docOf(frame);
    },
    async goto(url) {
      await page.bringToFront();
      await navigate(page, (address) => location.assign(address), url);
    },
    goBack: () => goBack(page),
    toFront: () => page.bringToFront(),
    reload: () => navigate(page, () => location.reload(), ''),
    chooseFiles: (where, paths) => chooseFiles(page, where, paths),
    async chooseFilesWithButton(where, paths) {
      const [chooser] = await Promise.all([
        page.waitForFileChooser(),
        locate(page, where).then((button) => button.click()),
      ]);
      await chooser.accept([...paths]);
    },
    click: async (where) => (await locate(page, where)).click(),
    doubleClick: async (where) => (await locate(page, where)).click({ count: 2 }),
    press: (key) => press(page, key),
    clickAt: (x, y) => page.mouse.click(x, y),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 5 });
      await page.mouse.up();
    },
    activateFocused: async (where) =>
      clickFocused(where === 'page' ? page.mainFrame() : await panelFrame(page)),
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
  };
}

/** Puppeteer keeps the address about:blank, so the frame itself is asked. */
export async function panelFrame(page: Page): Promise<Frame | undefined> {
  for (const frame of page.frames()) {
    if (frame === page.mainFrame()) continue;
    const address = await frame.evaluate(() => location.pathname).catch(() => '');
    if (address === '/assist.html') return frame;
  }
  return undefined;
}

export function docOf(frame: Frame): Doc {
  return { evaluate: (run, arg) => frame.evaluate(run as never, arg as never) };
}

export async function chooseFiles(
  tab: Page,
  where: Where,
  paths: readonly string[],
): Promise<void> {
  const input = await locate(tab, where);
  await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths);
}

async function locate(tab: Page, where: Where): Promise<ElementHandle<Element>> {
  const { selector, within = [] } = typeof where === 'string' ? { selector: where } : where;
  let around: Page | Frame | ElementHandle<Node> = tab;
  for (const host of within) {
    const outer: ElementHandle<Element> | null = await around.$(host);
    const frame: Frame | null | undefined = await outer?.contentFrame();
    const inside: JSHandle<Node> | undefined = await outer?.evaluateHandle(
      (element): Node => element.shadowRoot ?? element,
    );
    around = frame ?? inside?.asElement() ?? around;
  }
  const found = await around.$(selector);
  if (!found) throw new Error(`Nothing at ${selector}`);
  return found;
}

export async function press(tab: Page, key: string): Promise<void> {
  const isBack = key === 'Shift+Tab';
  if (isBack) await tab.keyboard.down('Shift');
  const name = isBack ? 'Tab' : key;
  await tab.keyboard.press((name === 'Space' ? ' ' : name) as never);
  if (isBack) await tab.keyboard.up('Shift');
}

/**
 * Headless Firefox 153 gives the Enter and Space of its automation to the focused button, but does
 * not click it, not even on a bare page; links it follows. So the focus gets there by the keyboard,
 * and a trusted click does the rest.
 */
export async function clickFocused(frame: Frame | undefined): Promise<void> {
  const focused = await frame?.evaluateHandle(() => document.activeElement);
  const element = focused?.asElement() as ElementHandle<Element> | null | undefined;
  if (!element) return;
  if (await element.evaluate((it) => it === document.body))
    throw new Error('Nothing has the focus.');
  // While the panel grows, a click lands where the button was.
  await waitFor('the click to reach its button', async () => {
    await untilStill(element);
    return (await clickReaches(element)) || undefined;
  });
}

async function untilStill(element: ElementHandle<Element>): Promise<void> {
  let last = '';
  await waitFor('the button to stand still', async () => {
    const place = JSON.stringify(await element.boundingBox());
    const isStill = place === last;
    last = place;
    return isStill || undefined;
  });
}

/**
 * Clicks; false where press or release land beside the button, or it is not in view yet, for the
 * panel's frame still grows.
 */
async function clickReaches(element: ElementHandle<Element>): Promise<boolean> {
  const seen = await element.evaluateHandle((button) => {
    const events = new Set<string>();
    for (const type of ['pointerdown', 'pointerup']) {
      button.addEventListener(type, () => events.add(type), { capture: true, once: true });
    }
    return events;
  });
  await element.click().catch(async (error: unknown) => {
    if (!(await element.evaluate(({ isConnected }) => isConnected))) throw error;
  });
  return seen.evaluate(({ size }) => size === 2).catch(() => true); // it has taken the document away
}

/**
 * Puppeteer's own goto and reload wait for events that Firefox does not report for an extension's
 * pages, so this asks the document itself.
 */
export async function navigate(
  page: Page,
  go: (address: string) => void,
  url: string,
): Promise<void> {
  await page.evaluate(() => Reflect.set(window, 'isOldDocument', true));
  await page.evaluate(go, url).catch(() => undefined); // the document may go away under the call
  await waitFor(`the page ${url}`, async () => {
    const isThere = await page
      .evaluate(() => !Reflect.has(window, 'isOldDocument') && document.readyState === 'complete')
      .catch(() => false);
    return isThere || undefined;
  });
}

async function goBack(page: Page): Promise<void> {
  const address = () => page.evaluate(() => location.href).catch(() => '');
  const before = await address();
  await page.evaluate(() => history.back()).catch(() => undefined);
  await waitFor('the page of before', async () => {
    const isThere = await page
      .evaluate(() => document.readyState === 'complete')
      .catch(() => false);
    return (isThere && (await address()) !== before) || undefined;
  });
  await meetFramesAgain(page);
}

/** Firefox reports no frames of a page from its back-forward cache, so this asks for them. */
async function meetFramesAgain(page: Page): Promise<void> {
  // No public part of Puppeteer does this. Puppeteer itself does the same when it starts.
  const { connection } = page.browser() as unknown as { readonly connection: BidiConnection };
  const { _id: root } = page.mainFrame() as Frame & { readonly _id: string };
  const { result } = await connection.send('browsingContext.getTree', { root });
  const known = page.frames().map((frame) => (frame as typeof frame & { _id: string })._id);
  for (const { context: parent, children } of result.contexts) {
    for (const child of children.filter(({ context }) => !known.includes(context))) {
      connection.emit('browsingContext.contextCreated', { ...child, parent });
    }
  }
}

interface BidiConnection {
  send(
    method: 'browsingContext.getTree',
    params: { readonly root: string },
  ): Promise<{ readonly result: { readonly contexts: readonly BidiContext[] } }>;
  emit(event: 'browsingContext.contextCreated', context: object): void;
}

interface BidiContext {
  readonly context: string;
  readonly children: readonly BidiContext[];
}
