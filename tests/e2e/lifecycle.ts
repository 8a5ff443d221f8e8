import { describe, expect, it } from 'vitest';
import { waitForCells } from './checklist.ts';
import type { Doc, Driver, ExtensionTab } from './drivers/driver.ts';
import { waitForText } from './extension-tab.ts';
import { extract } from './files.ts';
import { openPanel, pressInPanel, waitForPanelText } from './panel.ts';
import {
  expectAccessible,
  expectAccessiblePage,
  expectNoPersonValues,
  expectNoPersonValuesIn,
  expectNoPersonValuesStored,
  expectNoRequestFromExtension,
} from './promises.ts';
import type { Launch, Stage } from './stage.ts';
import { forgetEarlierScenarios, setStage } from './stage.ts';
import { tellBackground } from './tell-background.ts';
import { FILE_INPUT, namesInInput, readForm, submitPage, traces } from './upload-page.ts';
import { waitFor } from './wait-for.ts';

/** It needs no change, so it goes into the form without a click. */
const GOOD = extract('SENR 2022-23.txt', 'SENR');
/** It needs a new name, so it is held until the person clicks. */
const TO_FIX = extract('SCTE_8812731.txt', 'SCTE');
const FIX = 'Fix and attach 1 file';
const FIXED = 'SCTE 2022-23.txt';

interface Abilities {
  readonly drop: boolean;
  /** The driver reaches the world of the content script. */
  readonly runScriptsAgain: boolean;
  /** The browser puts the scripts of a new version into pages that are open. */
  readonly updateOpenPages: boolean;
  /** The browser keeps a page in its back-forward cache although it has an extension's frame. */
  readonly keepPages: boolean;
  /** When the browser refills a form, it includes the copies that the assistant attached. */
  readonly restoreCopies: boolean;
}

/** What can happen to a page that stays open for hours, and to the assistant on it. */
export function describeLifecycle(
  launch: Launch,
  build: 'chrome-mv3' | 'firefox-mv3',
  can: Abilities,
): void {
  type Page = Parameters<Stage['portal']['url']>[0];

  describe('a page that stays open', () => {
    const stageOf = setStage(launch, build, 'with the extension');

    /** The page must show the panel. */
    async function open(page: Page): Promise<Stage> {
      const stage = stageOf();
      await stage.open(stage.portal.url(page));
      await waitForPanelText(stage.driver, 'Assistant is on');
      await forgetEarlierScenarios(stage);
      await stage.driver.toFront();
      return stage;
    }

    it.skipIf(!can.runScriptsAgain)('keeps its storage closed to the page’s process', async () => {
      const stage = stageOf();
      await stage.open(stage.portal.url({ variant: 'plain' }));
      await openPanel(stage.driver);
      for (const area of ['local', 'session'] as const) {
        expect(await stage.driver.readStorageFromPage?.(area)).toMatch(/not allowed/);
      }
    });

    it.skipIf(!can.runScriptsAgain)(
      'scripts that run twice are one guard and one panel',
      async () => {
        const stage = await open({ variant: 'plain' });
        await choose(stage, TO_FIX);
        await waitForPanelText(stage.driver, FIX);
        await stage.driver.runScriptsAgain?.();
        await expectOnePanel(stage);
        await waitForPanelText(stage.driver, FIX);
        await pressInPanel(stage.driver, FIX);
        await waitForPanelText(stage.driver, 'Attached.');
        await stage.driver.runScriptsAgain?.();
        await waitForPanelText(stage.driver, 'Attached.');
        expect(await namesInInput(stage.driver)).toEqual([FIXED]);
        await expectOnePanel(stage);
        await expectPromises(stage, 'run twice');
        await expectSentOnce(stage, FIXED, 'SCTE, 2022-23, sent');
      },
    );

    // Firefox's driver has no trusted drop.
    it.skipIf(!can.runScriptsAgain || !can.drop)(
      'scripts that run twice drop a file on the page once',
      async () => {
        const stage = await open({ variant: 'dropzone' });
        const { driver, portal } = stage;
        await driver.runScriptsAgain?.();
        await driver.dropFiles?.('.dropzone', await stage.write([GOOD]));
        await waitForPanelText(driver, 'Attached.');
        expect(portal.loaded().map(({ name }) => name)).toEqual([GOOD.name]);
        await expectOnePanel(stage);
        await expectPromises(stage, 'dropped once');
        await expectSentOnce(stage, GOOD.name, 'SENR, 2022-23, sent');
      },
    );

    describe('when the extension is updated', () => {
      it('with nothing held: the person is told, and the page works on', async () => {
        const stage = await open({ variant: 'plain' });
        const { driver } = stage;
        await update(stage);
        await choose(stage, TO_FIX);
        if (can.updateOpenPages) await waitForPanelText(driver, FIX);
        expect(await namesInInput(driver)).toEqual(can.updateOpenPages ? [] : [TO_FIX.name]);
      });

      // Where the browser adds the new version's scripts to the page, either version may show its panel.
      it.skipIf(can.updateOpenPages)('a file chosen at that moment is not lost', async () => {
        const stage = await open({ variant: 'plain' });
        const { driver } = stage;
        const paths = await stage.write([TO_FIX]);
        await driver.updateExtension();
        await driver.chooseFiles(FILE_INPUT, paths);
        expect(await namesInInput(driver)).toEqual([TO_FIX.name]);
        await waitForUpdateWords(stage);
      });

      // Firefox ends the old version's script without notice, together with the files it held.
      it('with files held: they are back in the form, or the person is told to choose them again', async () => {
        const stage = await open({ variant: 'plain' });
        await choose(stage, TO_FIX);
        await waitForPanelText(stage.driver, FIX);
        await update(stage);
        if (can.updateOpenPages) await waitForPanelText(stage.driver, 'choose them again');
        const inForm = can.updateOpenPages ? [] : [TO_FIX.name];
        expect(await namesInInput(stage.driver)).toEqual(inForm);
        await choose(stage, TO_FIX);
        if (can.updateOpenPages) await fixOnceUpdated(stage);
        const name = can.updateOpenPages ? FIXED : TO_FIX.name;
        expect(await namesInInput(stage.driver)).toEqual([name]);
        await submitPage(stage.driver, stage.portal);
        expect(sentNames(stage)).toEqual([[name]]);
      });

      it('with files attached: they stay in the form, and go when the person submits', async () => {
        const stage = await open({ variant: 'plain' });
        const { driver, portal } = stage;
        await choose(stage, GOOD);
        await waitForPanelText(driver, 'Attached.');
        await update(stage);
        if (can.updateOpenPages) await waitForPanelText(driver, 'Attached.');
        expect(await namesInInput(driver)).toEqual([GOOD.name]);
        expect(await readForm(driver)).toMatchObject({
          purpose: 'CALPADS',
          description: 'SENR 2022-23',
        });
        await submitPage(driver, portal);
        expect(sentNames(stage)).toEqual([[GOOD.name]]);
        // Firefox closes the checklist with the update, and opens it from a panel.
        await driver.goto(portal.url({ variant: 'plain' }));
        await openPanel(driver);
        // Without the assistant's scripts nobody saw the click: the ledger claims nothing.
        await waitForCells(driver, [`SENR, 2022-23, ${can.updateOpenPages ? 'sent' : 'missing'}`]);
      });

      async function update(stage: Stage): Promise<void> {
        await mark(stage.driver.page);
        await markPanel(stage.driver);
        await stage.driver.updateExtension();
        await waitForUpdateWords(stage);
        expect(await isMarked(stage.driver.page), 'a page that we did not reload').toBe(true);
      }

      async function waitForUpdateWords(stage: Stage): Promise<void> {
        const { driver, portal } = stage;
        if (can.updateOpenPages) {
          await waitForAnotherPanel(driver);
          await expectOnePanel(stage);
          return;
        }
        const words = await waitFor('the banner', () => bannerText(driver));
        expect(words).toContain('was updated. Reload the page when you are ready.');
        expect(words).toContain('are back in the form');
        expect(await traces(driver), 'no panel, and no button that would do nothing').toEqual([
          'banner',
        ]);
        await stage.picture('lifecycle updated');
        await expectAccessible(driver.page, 'the banner', '[data-upload-assistant]');
        await expectNoPersonValuesIn(driver.page, driver);
        expectNoRequestFromExtension(portal);
      }

      async function fixOnceUpdated(stage: Stage): Promise<void> {
        const { driver } = stage;
        await waitForPanelText(driver, FIX);
        await expectPromises(stage, 'updated');
        await pressInPanel(driver, FIX);
        await waitForPanelText(driver, 'Attached.');
        await expectOnePanel(stage);
      }
    });

    describe('left and come back to', () => {
      it('loaded anew: what the browser has put into the form is checked, and counts once', async () => {
        const stage = await open({ variant: 'plain', behaviour: 'may-be-kept' });
        const { driver } = stage;
        await choose(stage, GOOD);
        await waitForPanelText(driver, 'Attached.');
        await comeBackAnew(stage);
        if (!can.restoreCopies) {
          await openPanel(driver);
          expect(await namesInInput(driver)).toEqual([]);
          await choose(stage, GOOD);
        }
        await waitForPanelText(driver, 'Attached.');
        expect(await namesInInput(driver)).toEqual([GOOD.name]);
        await expectOnePanel(stage);
        await expectPromises(stage, 'back anew');
        await expectSentOnce(stage, GOOD.name, 'SENR, 2022-23, sent');
      });

      it('loaded anew without its files: the panel waits, and the guard is there', async () => {
        const stage = await open({ variant: 'plain' });
        const { driver, portal } = stage;
        await choose(stage, TO_FIX);
        await waitForPanelText(driver, FIX);
        await driver.goto(portal.url('help'));
        await driver.goBack();
        await openPanel(driver);
        expect(await namesInInput(driver)).toEqual([]);
        await choose(stage, TO_FIX);
        await waitForPanelText(driver, FIX);
        expect(await namesInInput(driver)).toEqual([]);
        await expectOnePanel(stage);
        await expectPromises(stage, 'back without files');
      });

      it.skipIf(!can.keepPages)('kept whole: its files count, and not a second time', async () => {
        const stage = await open({ variant: 'plain', behaviour: 'may-be-kept' });
        const { driver, portal } = stage;
        await choose(stage, GOOD);
        await waitForPanelText(driver, 'Attached.');
        await mark(driver.page);
        await driver.goto(portal.url('help'));
        await driver.goBack();
        expect(await isMarked(driver.page), 'a page kept whole').toBe(true);
        await waitForPanelText(driver, 'Attached.');
        expect(await namesInInput(driver)).toEqual([GOOD.name]);
        await expectOnePanel(stage);
        await expectPromises(stage, 'back kept');
        await submitPage(driver, portal);
        await driver.goBack();
        expect(await isMarked(driver.page), 'a page kept whole').toBe(true);
        await waitForPanelText(driver, 'The very same file was sent on');
        expect(await namesInInput(driver)).toEqual([]);
        await expectOnePanel(stage);
        await expectPromises(stage, 'back after sending');
        await waitForCells(driver, ['SENR, 2022-23, sent']);
        expect(sentNames(stage)).toEqual([[GOOD.name]]);
      });

      it('filled in again by the browser: the person’s own words stay', async () => {
        const stage = await open({ variant: 'textarea-description', behaviour: 'may-be-kept' });
        const { driver } = stage;
        await typeWords(driver, 'ours');
        await choose(stage, TO_FIX);
        await waitForPanelText(driver, FIX);
        await comeBackAnew(stage);
        await openPanel(driver);
        expect(await wordsIn(driver), 'put back by the browser').toBe('ours');
        expect(await namesInInput(driver)).toEqual([]);
        await choose(stage, TO_FIX);
        await waitForPanelText(driver, FIX);
        await pressInPanel(driver, FIX);
        await waitForPanelText(driver, 'your own words stay');
        await expectOnePanel(stage);
        await expectPromises(stage, 'filled again');
        const submission = await expectSentOnce(stage, FIXED, 'SCTE, 2022-23, sent');
        expect(submission?.description).toBe('ours');
      });
    });

    /** One browser refills a form when it goes back, the other when it reloads. */
    async function comeBackAnew({ driver, portal }: Stage): Promise<void> {
      await mark(driver.page);
      if (can.keepPages) {
        await driver.reload();
      } else {
        await driver.goto(portal.url('help'));
        expect(await traces(driver)).toEqual([]);
        await driver.goBack();
      }
      expect(await isMarked(driver.page), 'a page kept whole').toBe(false);
    }

    it('the panel shows its files again, collapsed or taken out by the page', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver } = stage;
      await choose(stage, TO_FIX);
      await waitForPanelText(driver, FIX);
      await pressInPanel(driver, 'Collapse');
      await waitForPanelText(driver, `1 ready ${FIX}`);
      await pressInPanel(driver, 'Expand');
      await waitForPanelText(driver, FIX);
      await takePanelOut(stage);
      await waitForPanelText(driver, FIX);
      await expectPromises(stage, 'panel put back');
      await pressInPanel(driver, FIX);
      await waitForPanelText(driver, 'Attached.');
      await takePanelOut(stage);
      await waitForPanelText(driver, 'Attached.');
      expect(await namesInInput(driver)).toEqual([FIXED]);
      await expectOnePanel(stage);
      await expectSentOnce(stage, FIXED, 'SCTE, 2022-23, sent');
    });

    it('a form that goes and comes back keeps held files, and says when attached ones are gone', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver, portal } = stage;
      await driver.goto(portal.url({ variant: 'soft-navigation' }));
      const leave = () => driver.click('[data-view=overview]');
      const comeBack = () => driver.click('[data-view=uploadView]');
      await comeBack();
      await openPanel(driver);
      await choose(stage, TO_FIX);
      await waitForPanelText(driver, FIX);
      await leave();
      await waitForPanelText(driver, 'Assistant is off');
      await comeBack();
      await waitForPanelText(driver, 'Assistant is on');
      await waitForPanelText(driver, FIX);
      await pressInPanel(driver, FIX);
      await waitForPanelText(driver, 'Attached.');
      await leave();
      await waitForPanelText(driver, 'Assistant is off');
      await comeBack();
      await waitForPanelText(driver, 'no longer has your files');
      await expectOnePanel(stage);
      await expectPromises(stage, 'form built anew');
      await pressInPanel(driver, FIX);
      await waitForPanelText(driver, 'Attached.');
      const submission = await expectSentOnce(stage, FIXED, 'SCTE, 2022-23, sent');
      expect(submission).toMatchObject({ purpose: 'CALPADS', description: 'SCTE 2022-23' });
    });

    it('two upload tabs at once: each file counts for its own submission', async () => {
      const stage = await open({ variant: 'plain' });
      const { portal } = stage;
      const first = stage.driver;
      // Before this scenario, the state of open pages was erased too.
      await first.goto(portal.url({ variant: 'plain' }));
      const second = await first.openSiteTab();
      await second.goto(portal.url({ variant: 'no-description' }));
      await waitForPanelText(second, 'Assistant is partly on');
      await choose(stage, TO_FIX, second);
      await waitForPanelText(second, FIX);
      await first.endBackground();
      await first.toFront();
      await choose(stage, GOOD);
      await waitForPanelText(first, 'Attached.');
      await first.endBackground();
      await first.toFront();

      const checklist = await first.openExtensionPage('checklist');
      await waitForText(checklist, 'Assistant is on');
      expect(await badgeOfLastSiteTab(checklist)).not.toBe('!');
      await second.toFront();
      await waitForText(checklist, 'Assistant is partly on');
      expect(await badgeOfLastSiteTab(checklist)).toBe('!');
      await pressInPanel(second, FIX);
      await waitForPanelText(second, 'Attached.');
      await expectPromises({ ...stage, driver: second }, 'second tab');
      await first.endBackground();

      await first.toFront();
      await expectPromises(stage, 'first tab');
      await submitPage(first, portal);
      // No browser ends a background that has just received a message.
      await waitForCells(first, ['SENR, 2022-23, sent']);
      await first.endBackground();
      await second.toFront();
      await submitPage(second, portal);
      await waitForCells(first, ['SENR, 2022-23, sent', 'SCTE, 2022-23, sent']);
      await first.endBackground();
      expect(sentNames(stage)).toEqual([[GOOD.name], [FIXED]]);
      const sent = await waitForCells(first, ['SENR, 2022-23, sent', 'SCTE, 2022-23, sent']);
      await expectNoPersonValuesStored(sent);
      expect(await submissionsOf(sent)).toEqual([
        [`attached ${GOOD.name}`, `submitted ${GOOD.name}`, `confirmed-on-page ${GOOD.name}`],
        [`attached ${FIXED}`, `submitted ${FIXED}`, `confirmed-on-page ${FIXED}`],
      ]);
    });
  });
}

async function choose(
  { write, driver }: Stage,
  file: typeof GOOD,
  tab: Driver = driver,
): Promise<void> {
  await tab.chooseFiles(FILE_INPUT, await write([file]));
}

/** The standing promises, in the state that the scenario has reached. */
async function expectPromises(stage: Stage, name: string): Promise<void> {
  await stage.picture(`lifecycle ${name}`);
  await expectAccessiblePage(stage.driver);
  await expectNoPersonValues(stage.driver);
  expectNoRequestFromExtension(stage.portal);
}

async function expectOnePanel({ driver }: Stage): Promise<void> {
  const all = await traces(driver);
  expect(all.filter((trace) => trace !== 'mark')).toEqual(['panel']);
  expect(all.length, 'the panel, and a mark for each field').toBeLessThanOrEqual(3);
}

/** Submits; the server gets the file once, and the checklist says so. */
async function expectSentOnce(stage: Stage, name: string, cell: string) {
  const submission = await submitPage(stage.driver, stage.portal);
  expect(sentNames(stage)).toEqual([[name]]);
  await expectNoPersonValuesStored(await waitForCells(stage.driver, [cell]));
  return submission;
}

function sentNames({ portal }: Stage): string[][] {
  return portal.submissions().map(({ files }) => files.map(({ name }) => name));
}

function bannerText({ page }: Driver): Promise<string | undefined> {
  return page.evaluate(
    () => document.querySelector('[data-upload-assistant=banner]')?.textContent ?? undefined,
    undefined,
  );
}

/** Some pages remove everything that is not theirs. */
async function takePanelOut({ driver }: Stage): Promise<void> {
  await markPanel(driver);
  await driver.page.evaluate(
    () => document.querySelector('[data-upload-assistant=panel]')?.remove(),
    undefined,
  );
  await waitForAnotherPanel(driver);
}

async function markPanel(driver: Driver): Promise<void> {
  await mark(await openPanel(driver));
}

async function waitForAnotherPanel(driver: Driver): Promise<void> {
  await waitFor('another panel', async () => {
    const panel = await driver.panel();
    return (panel && (await isMarked(panel).catch(() => true)) === false) || undefined;
  });
}

function mark(doc: Doc): Promise<void> {
  return doc.evaluate(() => void Reflect.set(window, 'isMarked', true), undefined);
}

function isMarked(doc: Doc): Promise<boolean> {
  return doc.evaluate(() => Reflect.has(window, 'isMarked'), undefined);
}

const TEXTAREA = 'textarea';

async function typeWords(driver: Driver, words: string): Promise<void> {
  await driver.click(TEXTAREA);
  for (const key of words) await driver.press(key);
}

function wordsIn({ page }: Driver): Promise<string | undefined> {
  return page.evaluate(
    (selector) => document.querySelector<HTMLTextAreaElement>(selector)?.value,
    TEXTAREA,
  );
}

/** What the toolbar button shows while the last visited tab of the site is in front. */
function badgeOfLastSiteTab(tab: Doc): Promise<string> {
  return tab.evaluate(async () => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const url = api.runtime.getManifest().host_permissions;
    const tabs: { id: number; lastAccessed: number }[] = await api.tabs.query({ url });
    const [last] = tabs.toSorted((a, b) => b.lastAccessed - a.lastAccessed);
    return (await api.action.getBadgeText({ tabId: last?.id })) as string;
  }, undefined);
}

/** The ledger's entries, one list for each submission, in order. */
async function submissionsOf(tab: ExtensionTab): Promise<string[][]> {
  const events = await tellBackground(tab, 'read everything', {});
  const inOrder = events.toSorted((a, b) => a.at - b.at).filter((event) => 'file' in event);
  const bySubmission = Map.groupBy(inOrder, ({ submission }) => submission);
  return [...bySubmission.values()].map((group) =>
    group.map(({ kind, file }) => `${kind} ${file.name}`),
  );
}
