import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Doc, ExtensionTab } from './drivers/driver.ts';
import { expectFocusKept, goToTab, pressIn, typeInto, waitForText } from './extension-tab.ts';
import { bytes } from './files.ts';
import { openPanel, textOf } from './panel.ts';
import {
  expectAccessible,
  expectNoPersonValuesIn,
  expectNoPersonValuesStored,
  expectNoRequestFromExtension,
} from './promises.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import { tellBackground } from './tell-background.ts';
import { waitFor } from './wait-for.ts';

const CYCLE = '.organization-form select';
const NAME =
  '.organization-form input:not([inputmode], [type=radio], [type=checkbox], [type=date])';
const LEA = '.organization-form input[inputmode=numeric]';
const DISTRICTS = '#panel-districts';
const BACKUP = '.import input[type=file]';
const MOST_TABS = 200;

const TABS = [
  ['Six steps', '#steps'],
  ['Districts', '#districts'],
  ['Data and privacy', '#data'],
  ['Organization', '#organization'],
] as const;
/** At 1280 × 800 CSS pixels. */
const TWO_SCREENS = 1600;

interface Answers {
  readonly name: string;
  readonly rounds: readonly number[];
  readonly kind?: 'ROC/P';
}

const MAPLE: Answers = { name: 'Maple Leaf Unified', rounds: [1, 2, 3, 4, 5] };

/** The setup page: from four answers to a checklist, the six steps, and the records. */
export function describeSetup(stageOf: () => Stage): void {
  async function open(): Promise<{ stage: Stage; tab: ExtensionTab }> {
    const stage = stageOf();
    await stage.open(stage.portal.url({ variant: 'plain' }));
    await openPanel(stage.driver);
    await forgetEarlierScenarios(stage);
    await stage.driver.toFront();
    const tab = await stage.driver.openExtensionPage('setup');
    await waitForText(tab, 'Four answers, and your checklist is ready.');
    // Firefox loads it again at the tab where the scenario before left it.
    await tab.evaluate(() => location.replace('#districts'), undefined);
    await waitForText(tab, 'Question 1 of 4');
    return { stage, tab };
  }

  /** The standing promises, in the state that the page has reached. */
  async function expectPromises(stage: Stage, tab: ExtensionTab, name: string): Promise<void> {
    await stage.pictureOf(tab, `setup ${name}`);
    await expectAccessible(tab, `setup: ${name}`);
    await expectNoPersonValuesIn(tab, stage.driver);
    await expectNoPersonValuesStored(tab);
    expectNoRequestFromExtension(stage.portal);
  }

  /** The first three questions, up to the one about the rounds. */
  async function comeToRounds(stage: Stage, tab: ExtensionTab, answers: Answers): Promise<void> {
    await waitForText(tab, 'Question 1 of 4');
    await typeInto(tab, NAME, answers.name);
    await activate(stage, tab, 'Next');
    await waitForText(tab, 'Question 2 of 4');
    await activate(stage, tab, 'Next');
    await waitForText(tab, 'Question 3 of 4');
    if (answers.kind === 'ROC/P') await chooseLastKind(tab);
    await activate(stage, tab, 'Next');
    await waitForText(tab, 'Question 4 of 4');
    await choose(tab, CYCLE, '2023');
  }

  async function setUp(stage: Stage, tab: ExtensionTab, answers: Answers = MAPLE): Promise<void> {
    await comeToRounds(stage, tab, answers);
    for (const round of answers.rounds) await activate(stage, tab, `Round ${round}`);
    await activate(stage, tab, 'Save');
    await waitForText(tab, 'Your checklist is ready: ');
    await expectFocusKept(tab);
  }

  describe('setup', () => {
    it('comes to 35 files for rounds 1 to 5 by the keyboard alone, and leads into the six steps', async () => {
      const { stage, tab } = await open();
      await expectPromises(stage, tab, 'first use');
      await setUp(stage, tab);
      await waitForText(tab, 'Settings');
      await waitForText(tab, 'Your checklist is ready: 35 files.');
      await waitForText(
        tab,
        'Your years: 2018-19, 2019-20, 2020-21, 2021-22, 2022-23 — 35 files Due November 1, 2023',
      );
      await expectPromises(stage, tab, 'saved');
      await goToTab(tab, 'Six steps');
      await waitForText(tab, '6. Upload to Cal-PASS Plus');
      await expectPromises(stage, tab, 'six steps');
      await tab.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      }, undefined);
      await waitForText(tab, 'K12 SWP Required Data Inquiry for Maple Leaf Unified');
      await waitForText(tab, 'An authorized signer has to sign it');
      await expectPromises(stage, tab, 'all open');
      await activate(stage, tab, 'Done: 1. ');
      await waitFor('the step to be noted', () => isStored(tab, '"stepsDone":["responsibility"]'));
    });

    it('asks one question at a time, and keeps the answers on the way back', async () => {
      const { stage, tab } = await open();
      await comeToRounds(stage, tab, MAPLE);
      await waitForFocusOn(tab, 'SELECT');
      await expectPromises(stage, tab, 'last question');
      for (const question of [3, 2, 1]) {
        await activate(stage, tab, 'Back');
        await waitForText(tab, `Question ${question} of 4`);
        await waitForFocusOn(tab, 'INPUT');
      }
      expect(await fieldValue(tab, NAME)).toBe('Maple Leaf Unified');
      expect(await textOf(tab)).not.toContain('Back');
      expect(await isStored(tab, 'Maple Leaf Unified')).toBeUndefined();
    });

    it('has tabs that links, the address and Back agree on, none longer than two screens', async () => {
      const { stage, tab } = await open();
      await setUp(stage, tab);
      for (const [name, address] of TABS) {
        await goToTab(tab, name);
        expect(await addressOf(tab)).toBe(address);
        expect(await heightOf(tab), `the height of "${name}"`).toBeLessThan(TWO_SCREENS);
        await expectPromises(stage, tab, `tab ${name}`);
      }
      await goToTab(tab, 'Districts');
      await pressIn(tab, 'Change the kind of organization');
      await waitForText(tab, 'Which kind of organization is it?');
      await waitForFocusOn(tab, 'Organization');
      await tab.evaluate(() => history.back(), undefined);
      await waitForText(tab, 'Your organization uploads its own files.');
      expect(await addressOf(tab)).toBe('#districts');
      await waitForFocusOn(tab, 'Districts');
    });

    it('takes a second organization, and brings a removed one back', async () => {
      const { stage, tab } = await open();
      await setUp(stage, tab);
      await activate(stage, tab, 'Add an organization');
      await waitForText(tab, 'Question 1 of 4');
      await waitForFocusOn(tab, 'INPUT');
      await activate(stage, tab, 'Cancel');
      await waitForText(tab, '— 35 files');
      await expectFocusKept(tab);
      await activate(stage, tab, 'Add an organization');
      await setUp(stage, tab, { name: 'Cedar Charter', rounds: [5] });
      await waitForText(tab, 'Your checklist is ready: 7 files.');
      await waitForText(tab, 'Remove Cedar Charter');
      await expectPromises(stage, tab, 'two organizations');
      await activate(stage, tab, 'Remove Cedar Charter');
      await waitForText(tab, 'Cedar Charter was removed.');
      await waitForText(tab, '— 35 files');
      await expectFocusKept(tab);
      await activate(stage, tab, 'Undo');
      await waitForText(tab, 'Cedar Charter is back.');
      await expectFocusKept(tab);
    });

    it('comes to 28, 28, 21, 14 and 7 files for each round alone', async () => {
      const { stage, tab } = await open();
      await comeToRounds(stage, tab, MAPLE);
      for (const [at, files] of [28, 28, 21, 14, 7].entries()) {
        await activate(stage, tab, `Round ${at + 1}`);
        await waitForText(tab, `— ${files} files`);
        await activate(stage, tab, `Round ${at + 1}`);
        await waitForText(tab, 'as soon as you choose a round');
      }
    });

    it('says that a later cycle is projected, and takes own years, types and an extra round', async () => {
      const { stage, tab } = await open();
      await comeToRounds(stage, tab, MAPLE);
      await choose(tab, CYCLE, '2024');
      await waitForText(tab, 'projected, confirm with the help desk');
      await choose(tab, CYCLE, '2023');
      await activate(stage, tab, 'Round 5');
      await tab.evaluate(() => {
        for (const details of document.querySelectorAll('.own-changes')) {
          (details as HTMLDetailsElement).open = true;
        }
      }, undefined);
      await typeInto(tab, '.own-changes .add-field input', '2023-24');
      await activate(stage, tab, 'Add year');
      await waitForText(tab, 'Your years: 2022-23, 2023-24 — 14 files');
      await activate(stage, tab, 'SCTE');
      await waitForText(tab, '— 12 files');
      await typeInto(tab, '.rounds + .add-field input', '6');
      await activate(stage, tab, 'Add round');
      await waitForText(tab, 'Round 6');
      await expectPromises(stage, tab, 'own changes');
      await activate(stage, tab, 'Back to the program');
      await waitForText(tab, 'Your years: 2022-23 — 7 files');
      await expectFocusKept(tab);
    });

    it('says what is wrong beside the field, and saves nothing', async () => {
      const { stage, tab } = await open();
      await activate(stage, tab, 'Next');
      await waitForText(tab, 'The name is empty.');
      await expectPromises(stage, tab, 'error');
      await typeInto(tab, NAME, 'Maple Leaf Unified');
      await activate(stage, tab, 'Next');
      await waitForText(tab, 'Question 2 of 4');
      await typeInto(tab, LEA, '12345');
      await activate(stage, tab, 'Next');
      await waitForText(tab, '“12345” has this many digits: 5. A reporting LEA code has 7.');
      await typeInto(tab, LEA, '67');
      await activate(stage, tab, 'Next');
      await waitForText(tab, 'Question 3 of 4');
      await activate(stage, tab, 'Next');
      await waitForText(tab, 'Question 4 of 4');
      await activate(stage, tab, 'Save');
      await waitForText(tab, 'There is no year to report.');
      await expectPromises(stage, tab, 'error of the rounds');
      expect(await textOf(tab)).not.toContain('Six steps');
      expect(await isStored(tab, 'Maple Leaf Unified')).toBeUndefined();
    });

    it('has districts, their tasks and letters for an ROC/P', async () => {
      const { stage, tab } = await open();
      await setUp(stage, tab, { ...MAPLE, kind: 'ROC/P' });
      await goToTab(tab, 'Districts');
      await waitForText(tab, 'List all districts that report CALPADS data for your ROC/P');
      await activate(stage, tab, 'Add district');
      await waitForText(tab, "Type the district's name.");
      await typeInto(tab, `${DISTRICTS} form .field:first-child input`, 'Oak Hills Unified');
      await typeInto(
        tab,
        `${DISTRICTS} form .field:last-child input`,
        'Ana <ana@oakhills.example>',
      );
      await activate(stage, tab, 'Add district');
      await waitForText(tab, 'Letter to Oak Hills Unified');
      await activate(stage, tab, 'District notified: Oak Hills Unified');
      await waitFor('the task to be noted', () => isStored(tab, '"done":["district notified"]'));
      await tab.evaluate((where) => {
        for (const details of document.querySelectorAll(`${where} details`)) {
          (details as HTMLDetailsElement).open = true;
        }
      }, DISTRICTS);
      await waitForText(tab, 'districts that upload for Maple Leaf Unified');
      await waitForText(tab, 'ana@oakhills.example');
      await expectPromises(stage, tab, 'districts');
      await activate(stage, tab, 'Remove Oak Hills Unified');
      await waitForText(tab, 'Oak Hills Unified was removed.');
      await expectFocusKept(tab);
      await activate(stage, tab, 'Undo');
      await waitForText(tab, 'Letter to Oak Hills Unified');
      await waitForText(tab, 'Oak Hills Unified is back.');
      await expectFocusKept(tab);
    });

    it('exports, erases, imports and undoes, and refuses what is no backup', async () => {
      const { stage, tab } = await open();
      await setUp(stage, tab);
      await goToTab(tab, 'Data and privacy');
      await activate(stage, tab, 'Export backup');
      await waitForText(tab, 'was saved to Downloads.');
      const path = await waitFor('the backup', () => backupIn(stage.downloadsDir));
      await activate(stage, tab, 'Erase everything');
      await waitForText(tab, 'Gone for good: Maple Leaf Unified');
      await expectPromises(stage, tab, 'erase');
      await activate(stage, tab, 'Erase now');
      await waitForText(tab, 'Everything was erased.');
      await waitForText(tab, 'Four answers, and your checklist is ready.');
      await expectFocusKept(tab);
      const refusals = await stage.write([
        bytes('notes.json', '{"a":1}'),
        bytes('upload-assistant-backup-later.json', await asNewer(path)),
        bytes('large.json', Buffer.alloc(50_000_000, 32)),
      ]);
      const words = ['is not a backup of this assistant', 'by a newer version', 'is 50 MB'];
      for (const [at, file] of refusals.entries()) {
        await tab.chooseFiles(BACKUP, [file]);
        await waitForText(tab, words[at] ?? '');
      }
      await expectPromises(stage, tab, 'refused');
      await tab.chooseFiles(BACKUP, [path]);
      await waitForText(tab, 'New organizations: Maple Leaf Unified');
      await expectPromises(stage, tab, 'preview');
      await activate(stage, tab, 'Apply');
      await waitForText(tab, 'Imported. New entries: 1');
      await expectFocusKept(tab);
      await goToTab(tab, 'Organization');
      await waitForText(tab, '— 35 files');
      await expectPromises(stage, tab, 'imported');
      await goToTab(tab, 'Data and privacy');
      await activate(stage, tab, 'Undo');
      await waitForText(tab, 'The import was undone.');
      await waitForText(tab, 'Four answers, and your checklist is ready.');
      await expectFocusKept(tab);
    });
  });
}

function addressOf(tab: Doc): Promise<string> {
  return tab.evaluate(() => location.hash, undefined);
}

/** In CSS pixels, of all that can be scrolled. */
function heightOf(tab: Doc): Promise<number> {
  return tab.evaluate(() => document.documentElement.scrollHeight, undefined);
}

/** An element of this kind, or with this text. */
async function waitForFocusOn(tab: Doc, wanted: string): Promise<void> {
  await waitFor(`the focus to be on ${wanted}`, async () => {
    const focused = await tab.evaluate(() => {
      const { activeElement } = document;
      return [activeElement?.tagName, activeElement?.textContent];
    }, undefined);
    return focused.includes(wanted) || undefined;
  });
}

function fieldValue(tab: Doc, selector: string): Promise<string | undefined> {
  return tab.evaluate((where) => document.querySelector<HTMLInputElement>(where)?.value, selector);
}

/** Goes to a control by the keyboard and activates it; ticks have the words of their labels. */
async function activate({ driver }: Stage, tab: ExtensionTab, name: string): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const focused = await tab.evaluate(() => {
      const element = document.activeElement;
      const [label] = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return element?.getAttribute('aria-label') ?? (label ?? element)?.textContent ?? '';
    }, undefined);
    if (focused.startsWith(name)) {
      // A key in Chromium; headless Firefox activates nothing by its automation's keys.
      return driver.name === 'firefox' ? tab.activateFocused() : tab.press('Space');
    }
    await tab.press('Tab');
  }
  throw new Error(`No key press reaches "${name}" in: ${await textOf(tab)}`);
}

/** Radio buttons are one stop of the Tab key; the arrow keys go on from there. */
async function chooseLastKind(tab: ExtensionTab): Promise<void> {
  await tab.evaluate(
    () => document.querySelector<HTMLElement>('input[type=radio]')?.focus(),
    undefined,
  );
  await tab.press('ArrowDown');
  await tab.press('ArrowDown');
}

async function choose(tab: Doc, selector: string, value: string): Promise<void> {
  await tab.evaluate(
    ([where, wanted]) => {
      const select = document.querySelector<HTMLSelectElement>(where);
      if (!select) return;
      select.value = wanted;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [selector, value] as const,
  );
}

async function isStored(tab: Doc, words: string): Promise<true | undefined> {
  const events = await tellBackground(tab, 'read everything', {});
  return JSON.stringify(events).includes(words) || undefined;
}

async function backupIn(folder: string): Promise<string | undefined> {
  const name = (await readdir(folder)).find((one) =>
    /^upload-assistant-backup-.*\.json$/.test(one),
  );
  const path = name && join(folder, name);
  if (!path) return undefined;
  return (await readFile(path, 'utf8')).trimEnd().endsWith('}') ? path : undefined;
}

async function asNewer(path: string): Promise<string> {
  const backup = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  return JSON.stringify({ ...backup, format: 99 });
}
