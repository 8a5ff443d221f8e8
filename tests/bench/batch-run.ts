import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Doc, Driver } from '../e2e/drivers/driver.ts';
import { openPanel, panelText, pressInPanel } from '../e2e/panel.ts';
import { FILE_INPUT } from '../e2e/upload-page.ts';
import { waitFor } from '../e2e/wait-for.ts';
import type { BatchFile } from './batch-files.ts';

/** Times for one batch, from the choice to the page, in seconds. */
export interface BatchRun {
  /** From the choice until the panel shows its first result for any file. */
  readonly firstVerdict: number;
  /** From the choice until all files are checked and the zips are made and proven. */
  readonly prepared: number;
  /** From the click on the panel's button until the page has all files. */
  readonly handedOver: number;
}

/** When the panel first shows each, in milliseconds since 1970. */
interface Seen {
  firstVerdict?: number;
  prepared?: number;
  click?: number;
  attached?: number;
}

declare global {
  interface Window {
    uploadAssistantBatch?: Seen;
    uploadAssistantHeard?: number;
  }
}

/** How to read the stage from the panel's words. Besides, the list says whether it is busy. */
interface Signs {
  /** A pattern. Its first group is the number of files checked so far. */
  readonly checking: string;
  readonly attached: string;
}

const PATIENCE_MS = 300_000;

/**
 * Runs on an upload page that shows the panel and has no files yet.
 * @param driverMs how long the driver takes until the page gets the choice
 */
export async function runBatch(
  driver: Driver,
  files: readonly BatchFile[],
  driverMs: number,
): Promise<BatchRun> {
  const panel = await openPanel(driver);
  await panel.evaluate(watchPanel, {
    checking: messages.summary_checking.message.replaceAll(/\$\d/g, '(\\d+)'),
    attached: 'Attached.',
  });
  const chosen = Date.now() + driverMs;
  await driver.chooseFiles(
    FILE_INPUT,
    files.map(({ path }) => path),
  );
  const prepared = await seen(driver, panel, 'prepared');
  const firstVerdict = await seen(driver, panel, 'firstVerdict');
  await pressInPanel(driver, 'Fix and attach');
  const attached = await seen(driver, panel, 'attached');
  const click = await seen(driver, panel, 'click');
  return {
    firstVerdict: (firstVerdict - chosen) / 1000,
    prepared: (prepared - chosen) / 1000,
    handedOver: (attached - click) / 1000,
  };
}

/**
 * Milliseconds from the driver's call until the page gets the choice, on a page where the assistant
 * lets every choice through. This is the second of two choices, because the driver's first is
 * slower.
 */
export async function driverTime(driver: Driver, files: readonly BatchFile[]): Promise<number> {
  const paths = files.map(({ path }) => path);
  await driver.page.evaluate(addFileInput, undefined);
  // One file, because browsers send no event for the same files chosen again.
  await driver.chooseFiles(FILE_INPUT, paths.slice(0, 1));
  const begun = Date.now();
  await driver.chooseFiles(FILE_INPUT, paths);
  const heard = await waitFor('the page to hear of the choice', () =>
    driver.page.evaluate((since) => {
      const { uploadAssistantHeard: at = 0 } = window;
      return at < since ? undefined : at;
    }, begun),
  );
  return heard - begun;
}

/** Runs in the page, so it must not use anything outside itself. */
function addFileInput(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('input', () => {
    window.uploadAssistantHeard = Date.now();
  });
  document.body.prepend(input);
}

function seen(driver: Driver, panel: Doc, what: keyof Seen): Promise<number> {
  return waitFor(
    `the panel to show: ${what}`,
    () => panel.evaluate((key) => window.uploadAssistantBatch?.[key], what),
    async () => `it says: ${await panelText(driver)}`,
    PATIENCE_MS,
  );
}

/** Runs in the panel, so it must not use anything outside itself. */
function watchPanel({ checking, attached }: Signs): void {
  const LOOK_MS = 20;
  const seen: Seen = {};
  window.uploadAssistantBatch = seen;
  document.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('button.primary')) seen.click = Date.now();
    },
    true,
  );
  const timer = setInterval(() => {
    const text = document.body.textContent ?? '';
    const checked = new RegExp(checking).exec(text)?.[1];
    const isAllChecked = checked === undefined && document.querySelector('button.primary') !== null;
    if (Number(checked) > 0 || isAllChecked) seen.firstVerdict ??= Date.now();
    const isAtWork = document.querySelector('[aria-busy=true]') !== null;
    if (isAllChecked && !isAtWork) seen.prepared ??= Date.now();
    if (!text.includes(attached)) return;
    seen.attached = Date.now();
    clearInterval(timer);
  }, LOOK_MS);
}
