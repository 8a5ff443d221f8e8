import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { extractBytes } from '../../corpus/extract.ts';
import type { PortalVariant } from '../../portal/variants.ts';
import { dropFiles } from '../drivers/chromium.ts';
import type { Person, Sight } from './person.ts';
import { Stuck, Untouched } from './person.ts';
import { KEYS } from './probe.ts';

/** One way to the server, as far as a person takes it with the assistant's help. */
export interface Journey {
  readonly id: string;
  readonly variant: PortalVariant;
  readonly fileName: string;
  /** Different bytes in each run, to tell the server's records apart. */
  readonly content: (run: number) => Uint8Array | string;
  readonly choose: (page: Page, path: string) => Promise<void>;
  readonly play: (person: Person) => Promise<void>;
  /** It cannot run in several tabs at once. */
  readonly takes?: 'the front tab';
}

const RIGHT_NAME = 'SENR 2022-23.txt';
const TO_RENAME = 'SENR_8812731.txt';
const FIX = 'Fix and attach 1 file';

/** The page shows its controls at once. The panel comes with them, or not at all. */
const PANEL_MS = 2_000;
/** A person goes on without what a broken assistant does not show. */
const EXTRA_MS = 4_000;

/** One right file, chosen in the page's own input, attached and sent. */
const USUAL = {
  fileName: RIGHT_NAME,
  content: records,
  choose: intoInput('#files'),
  async play(person: Person) {
    await chooseAndSee(person, 'Attached.');
    await person.submit();
  },
} satisfies Partial<Journey>;

export const JOURNEYS: readonly Journey[] = [
  {
    ...USUAL,
    id: 'a file that is right as it is',
    variant: 'two-file-inputs',
    async play(person) {
      await USUAL.play(person);
      await person.until('the panel to say so', isConfirmed, EXTRA_MS);
    },
  },
  { ...USUAL, id: 'a form that takes its files along', variant: 'plain' },
  {
    ...USUAL,
    id: 'rename, undo, take back, attach again',
    variant: 'two-file-inputs',
    fileName: TO_RENAME,
    async play(person) {
      await chooseAndSee(person, FIX);
      await fixAndAttach(person);
      await person.undoFilling();
      await person.press('Undo');
      await person.until('the files to be taken back', ({ panel }) => panel.includes(FIX));
      await fixAndAttach(person);
      await person.submit();
      await person.until('the panel to say so', isConfirmed, EXTRA_MS);
    },
  },
  {
    ...USUAL,
    id: 'a drop',
    variant: 'dropzone',
    choose: ontoZone('.dropzone'),
    takes: 'the front tab',
  },
  {
    ...USUAL,
    id: 'a folder that is dropped',
    variant: 'dropzone',
    fileName: TO_RENAME,
    choose: folderOntoZone('.dropzone'),
    takes: 'the front tab',
    async play(person) {
      await chooseAndSee(person, FIX);
      await fixAndAttach(person);
      await person.submit();
    },
  },
  {
    ...USUAL,
    id: 'an input that is made on a click',
    variant: 'files-created-on-click',
    choose: withButton('#chooseFiles'),
  },
  { ...USUAL, id: 'a dropdown of the page’s own', variant: 'kendo-purpose' },
  { ...USUAL, id: 'a form in a shadow root', variant: 'shadow-dom' },
  {
    ...USUAL,
    id: 'a form in a frame',
    variant: 'same-origin-frame',
    choose: (page, path) => page.frameLocator('#uploadFrame').locator('#files').setInputFiles(path),
  },
  {
    ...USUAL,
    id: 'a file that got past the guard, sent anyway',
    variant: 'plain',
    fileName: 'notes.txt',
    content: (run) => `Notes for run ${run}\n`,
    async play(person) {
      await panelIsThere(person);
      await person.slipPast('#files');
      await person.click(SUBMIT);
      await person.until('the click to be stopped', ({ panel }) => panel.includes('Send anyway'));
      await person.press('Send anyway');
      await person.press('Yes, put 1 file back');
      await person.until('the file to be back', (sight) => person.holdsOwn(sight));
      await person.submit();
    },
  },
  {
    ...USUAL,
    id: 'a field that is pointed at',
    variant: 'plain',
    async play(person) {
      await panelIsThere(person);
      await person.page.evaluate(renameDescription);
      await person.page.evaluate((key) => sessionStorage.setItem(key, 'yes'), KEYS.hasChosen);
      await pointAtDescription(person).catch(ignoreStuck); // then the description stays empty
      await USUAL.play(person);
    },
  },
];

const SUBMIT = '.submit-row .button--primary';

function records(run: number): Uint8Array {
  return extractBytes({ fileType: 'SENR', schoolYear: '2022-23', rows: 20, seed: run });
}

function intoInput(selector: string): Journey['choose'] {
  return (page, path) => page.setInputFiles(selector, path);
}

/** The input is in no document, so it cannot be found: the file dialog tells of it. */
function withButton(selector: string): Journey['choose'] {
  return async (page, path) => {
    const dialog = page.waitForEvent('filechooser', { timeout: DIALOG_MS }).catch(() => undefined);
    await page.click(selector, { timeout: DIALOG_MS });
    const chooser = await dialog;
    if (!chooser) throw new Stuck('the button opened no file dialog');
    await chooser.setFiles(path);
  };
}

/** The file is alone in its folder. */
function folderOntoZone(selector: string): Journey['choose'] {
  return (page, path) => ontoZone(selector)(page, dirname(path));
}

/** A drag needs the tab in front. */
function ontoZone(selector: string): Journey['choose'] {
  return async (page, path) => {
    const late = wait(DROP_MS, 'late');
    const end = await Promise.race([dropFiles(page.context(), page, selector, [path]), late]);
    if (end === 'late') throw new Stuck('the drop did not end');
  };
}

const DROP_MS = 10_000;
const DIALOG_MS = 10_000;

function isAttached({ panel }: Sight): boolean {
  return panel.includes('Attached.');
}

function isConfirmed({ panel }: Sight): boolean {
  return panel.includes(' sent at ') || panel.includes('The page confirmed the upload.');
}

/** If the assistant does not appear, the person begins after this time. */
async function panelIsThere(person: Person): Promise<void> {
  await person.until('the panel', ({ panel }) => panel !== '', PANEL_MS).catch(ignoreStuck);
}

/** Chooses, and waits until the panel says this. */
async function chooseAndSee(person: Person, words: string): Promise<void> {
  await panelIsThere(person);
  await person.choose();
  const sight = await person.until(
    `the panel to say ${words}`,
    (now) => now.panel.includes(words) || (now.panel === '' && person.holdsOwn(now)),
  );
  if (!sight.panel.includes(words)) throw new Untouched();
}

async function fixAndAttach(person: Person): Promise<void> {
  await person.press(FIX);
  await person.until('the files to be attached', isAttached);
}

async function pointAtDescription(person: Person): Promise<void> {
  const asks = (words: string) =>
    person.until(words, ({ panel }) => panel.includes(words), EXTRA_MS);
  await asks('Point to it on the page');
  await person.press('Point to it on the page');
  await asks('Click the field');
  // With the mouse, because Enter in a field would send the form too early.
  await person.page.locator('#fileDescription').click();
  await asks('knows it now');
}

function ignoreStuck(error: unknown): void {
  if (!(error instanceof Stuck)) throw error;
}

/** A name that the field may have one day. */
function renameDescription(): void {
  const field = document.querySelector<HTMLInputElement>('#fileDescription');
  if (field?.labels?.[0]) field.labels[0].textContent = 'Notes for the data team:';
  if (field) field.placeholder = '';
}
