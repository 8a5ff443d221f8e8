import type { Portal } from '../portal/portal.ts';
import type { Submission } from '../portal/records.ts';
import type { FilesControl, PagePlace } from '../portal/variants/upload-page-variant.ts';
import type { Driver, Where } from './drivers/driver.ts';
import { readPlace } from './page-places.ts';
import { textOf } from './panel.ts';
import { waitFor } from './wait-for.ts';

/** The practice portal's controls. The same words find them in every variant. */
export const FILE_INPUT = 'input[type=file]';
export const SUBMIT = '.submit-row .button--primary';
const PURPOSE = 'select';
const DESCRIPTION = 'input[type=text]';

export interface PageForm {
  readonly purpose: string;
  readonly description: string;
  /** Text of the elements that the two fields are described by. */
  readonly marks: readonly string[];
}

export function readForm(driver: Driver): Promise<PageForm> {
  return driver.page.evaluate(
    ([purposeSelector, descriptionSelector]) => {
      const purpose = document.querySelector<HTMLSelectElement>(purposeSelector);
      const description = document.querySelector<HTMLInputElement>(descriptionSelector);
      const marks = [purpose, description].flatMap((field) => {
        const id = field?.getAttribute('aria-describedby');
        return id ? [document.getElementById(id)?.textContent ?? ''] : [];
      });
      return {
        purpose: purpose?.selectedOptions[0]?.text ?? '',
        description: description?.value ?? '',
        marks,
      };
    },
    [PURPOSE, DESCRIPTION] as const,
  );
}

/** The person types by keyboard. */
export async function typeDescription(driver: Driver, text: string): Promise<void> {
  await driver.click(DESCRIPTION);
  for (const key of text) await driver.press(key === ' ' ? 'Space' : key);
}

export async function choosePurpose(driver: Driver, words: string): Promise<void> {
  await driver.page.evaluate(
    ([selector, wanted]) => {
      const select = document.querySelector<HTMLSelectElement>(selector);
      const option = [...(select?.options ?? [])].find(({ text }) => text === wanted);
      if (select && option) select.value = option.value;
    },
    [PURPOSE, words] as const,
  );
}

/** Clicks the page's own button as soon as it is enabled, and waits for the server's record. */
export async function submitPage(driver: Driver, portal: Portal): Promise<Submission> {
  await waitFor(
    'the page to let the person submit',
    async () => {
      const isReady = await driver.page.evaluate((selector) => {
        const button = document.querySelector<HTMLButtonElement>(selector);
        return button !== null && !button.disabled;
      }, SUBMIT);
      return isReady || undefined;
    },
    async () => `it says: ${await textOf(driver.page)}`,
  );
  await driver.click(SUBMIT);
  const submission = await waitForSubmission(driver, portal, SUBMIT);
  await waitForThanks(driver);
  return submission;
}

/** Chooses real files in any kind of control, as a person does. */
export async function chooseIn(
  driver: Driver,
  control: FilesControl,
  paths: readonly string[],
): Promise<void> {
  if (control.kind === 'input') return driver.chooseFiles(control, paths);
  return driver.chooseFilesWithButton(control, paths);
}

/** The same as `submitPage` for a button anywhere, and without the thanks. */
export async function submitWith(
  driver: Driver,
  portal: Portal,
  submit: PagePlace,
): Promise<Submission> {
  await waitFor(
    'the page to let the person submit',
    async () => (await readPlace(driver, submit))?.isEnabled || undefined,
  );
  await driver.click(submit);
  return waitForSubmission(driver, portal, submit);
}

export async function waitForThanks(driver: Driver): Promise<void> {
  await waitFor('the thank-you text', async () => {
    const isShown = await driver.page.evaluate(showsThanks, undefined).catch(() => false); // the page is being replaced
    return isShown || undefined;
  });
}

/** A driver can read a page before Firefox shows it. People do not leave a page before they see it. */
function showsThanks(): boolean {
  const isLaidOut = document.readyState !== 'loading' && document.body.getClientRects().length > 0;
  return isLaidOut && document.body.innerText.includes('Thank you for uploading');
}

/**
 * Some pages enable their button before they say that all is loaded (FilePond, by the length of an
 * animation). Then the click is paused once, and the panel asks for another.
 */
export function waitForSubmission(
  driver: Driver,
  portal: Portal,
  submit: Where,
): Promise<Submission> {
  let said = '';
  let hasClickedAgain = false;
  return waitFor(
    'the submission',
    async () => {
      const submission = portal.submissions().at(-1);
      if (submission) return submission;
      const panel = await driver.panel();
      said = panel ? await textOf(panel).catch(() => '') : ''; // the page may be replaced now
      if (said.includes('We paused your click') && !hasClickedAgain) {
        hasClickedAgain = true;
        await driver.click(submit);
      }
      return undefined;
    },
    () => `The panel says: ${said}`,
  );
}

const MOST_TABS = 60;

/** Goes to a control of the page with the Tab key. */
export async function tabToControl(driver: Driver, selector: string): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const isThere = await driver.page.evaluate(
      (wanted) => document.activeElement?.matches(wanted),
      selector,
    );
    if (isThere) return;
    await driver.press('Tab');
  }
  throw new Error(`No key press reaches ${selector}`);
}

/** What has the focus on the page: a control's words or kind, `the panel`, or `nothing`. */
export function focusedOnSite({ page }: Driver): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) return 'nothing';
    if (activeElement.matches('[data-upload-assistant=panel]')) return 'the panel';
    return activeElement.textContent.trim() || activeElement.localName;
  }, undefined);
}

/** Names of the files that the page's input holds now. */
export function namesInInput(driver: Driver): Promise<string[]> {
  return driver.page.evaluate((selector) => {
    const input = document.querySelector<HTMLInputElement>(selector);
    return [...(input?.files ?? [])].map(({ name }) => name);
  }, FILE_INPUT);
}

/** Elements of the assistant in the page's document. */
export function traces({ page }: Driver): Promise<string[]> {
  return page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('[data-upload-assistant]')].map(
        ({ dataset }) => dataset['uploadAssistant'] ?? '',
      ),
    undefined,
  );
}

/** Presses the Undo button beside a field that the assistant filled, by keyboard. */
export async function pressMarkUndo(
  driver: Driver,
  field: 'purpose' | 'description',
): Promise<void> {
  await waitFor('the mark beside the field', async () => {
    const isThere = await driver.page.evaluate((id) => {
      const button = document.querySelector<HTMLButtonElement>(`#${id} button`);
      button?.focus();
      return button !== null;
    }, `upload-assistant-${field}`);
    return isThere || undefined;
  });
  await driver.activateFocused('page');
}

declare global {
  interface Window {
    uploadAssistantSpy?: string[];
  }
}

/** Notes, in the page's own world, every click and submit that no person made. */
export async function spyOnScriptedClicks(driver: Driver): Promise<void> {
  await driver.page.evaluate(() => {
    const seen: string[] = [];
    window.uploadAssistantSpy = seen;
    for (const type of ['click', 'submit']) {
      window.addEventListener(
        type,
        (event) => {
          if (!event.isTrusted) seen.push(type);
        },
        true,
      );
    }
  }, undefined);
}

export function scriptedClicks(driver: Driver): Promise<readonly string[]> {
  return driver.page.evaluate(() => window.uploadAssistantSpy ?? [], undefined);
}
