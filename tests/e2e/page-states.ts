import { describe, expect, it } from 'vitest';
import { NO_SETTINGS } from '../../lib/settings/settings.ts';
import { SETTINGS_KEY } from '../../lib/settings/storage-names.ts';
import { findCanaries } from '../corpus/canaries.ts';
import { learned } from '../unit/support/learned.ts';
import type { Doc, Driver, ExtensionTab } from './drivers/driver.ts';
import { goToTab, pressIn, waitForText } from './extension-tab.ts';
import { bytes, extract } from './files.ts';
import { openPanel, panelText, pressInPanel, textOf, waitForPanelText } from './panel.ts';
import {
  expectAccessible,
  expectAccessiblePage,
  expectNoPersonValues,
  expectNoPersonValuesIn,
  expectNoPersonValuesStored,
  expectNoRequestFromExtension,
} from './promises.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import { tellBackground } from './tell-background.ts';
import { FILE_INPUT, readForm } from './upload-page.ts';
import { waitFor } from './wait-for.ts';

const DESCRIPTION = 'input[type=text]';

/** How the assistant stands on the page: in the panel, in the checklist, and on the button. */
export function describePageStates(
  stageOf: () => Stage,
  can: { readonly takeAccessBack: boolean },
): void {
  type Page = Parameters<Stage['portal']['url']>[0];

  /** Erasing also forgets the state of open pages, so the page opens again after it. */
  async function open(page: Page): Promise<Stage> {
    const stage = stageOf();
    const { driver, portal } = stage;
    await stage.open(portal.url({ variant: 'plain' }));
    await openPanel(driver);
    await forgetEarlierScenarios(stage);
    await driver.toFront();
    await stage.open(portal.url(page));
    return stage;
  }

  async function expectPromises(stage: Stage, tab: ExtensionTab, name: string): Promise<void> {
    await stage.pictureOf(tab, `page states ${name}`);
    await expectAccessible(tab, name);
    await expectNoPersonValuesIn(tab, stage.driver);
    await expectNoPersonValuesStored(tab);
    expectNoRequestFromExtension(stage.portal);
  }

  async function expectPanelPromises(stage: Stage, name: string): Promise<void> {
    await stage.picture(`page states ${name}`);
    await expectAccessiblePage(stage.driver);
    await expectNoPersonValues(stage.driver);
    expectNoRequestFromExtension(stage.portal);
  }

  describe('the state of the page', () => {
    it('is on: the checklist says so, and files can be checked all the same', async () => {
      const stage = await open({ variant: 'plain' });
      await waitForPanelText(stage.driver, 'Assistant is on');
      const checklist = await stage.driver.openExtensionPage('checklist');
      await waitForText(checklist, 'Assistant is on');
      await waitForText(checklist, 'Check files');
      expect(await badgeOfSiteTab(checklist)).not.toBe('!');
      await expectPromises(stage, checklist, 'checklist on');
    });

    it('is partly on: what is missing, what to do by hand, and the mark on the button', async () => {
      const stage = await open({ variant: 'no-description' });
      const { driver } = stage;
      await waitForPanelText(driver, 'Assistant is partly on');
      await waitForPanelText(
        driver,
        'File Description was not found. Type the description by hand',
      );
      await expectPanelPromises(stage, 'partly on');
      const checklist = await driver.openExtensionPage('checklist');
      await waitForText(checklist, 'Assistant is partly on');
      await waitForText(checklist, 'File Description was not found. Type the description by hand.');
      await waitFor('the mark on the button', async () => {
        return (await badgeOfSiteTab(checklist)) === '!' || undefined;
      });
      await expectPromises(stage, checklist, 'checklist partly on');
    });

    it('is partly on: the description can be copied from the panel', async () => {
      const stage = await open({ variant: 'no-description' });
      const { driver } = stage;
      await waitForPanelText(driver, 'Assistant is partly on');
      const paths = await stage.write([extract('SENR_8812731.txt', 'SENR')]);
      await driver.chooseFiles(FILE_INPUT, paths);
      await waitForPanelText(driver, 'Description to copy');
      expect(await copyFieldIn(await openPanel(driver))).toBe('SENR 2022-23');
      await pressInPanel(driver, 'Copy');
      await waitFor('the copy', async () => {
        return /Copied\.|press Ctrl\+C/.test(await panelText(driver)) || undefined;
      });
      await expectPanelPromises(stage, 'description to copy');
      await pressInPanel(driver, 'Cancel');
    });

    it('is off on the other pages of the site, and the checklist notices at once', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver, portal } = stage;
      await openPanel(driver);
      const checklist = await driver.openExtensionPage('checklist');
      await waitForText(checklist, 'Assistant is on');
      await driver.goto(portal.url('help'));
      await waitForText(checklist, 'Assistant is off The upload page is not open.');
      await expectPromises(stage, checklist, 'checklist off');
    });

    it('is off when the page has changed: words, and the way to check files', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver } = stage;
      await waitForPanelText(driver, 'Assistant is on');
      await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
      await driver.page.evaluate(() => {
        const form = document.querySelector('form');
        if (form) form.innerHTML = '<label>Data <input type="file"></label><button>Go</button>';
      }, undefined);
      await waitForPanelText(driver, 'The page looks different from what the assistant knows.');
      await waitForPanelText(driver, 'Check files');
      await expectPanelPromises(stage, 'page changed');
      const checklist = await driver.openExtensionPage('checklist');
      await waitForText(checklist, 'Assistant is off The page looks different');
      expect(await badgeOfSiteTab(checklist)).toBe('!');
      await expectPromises(stage, checklist, 'checklist page changed');
    });

    it.skipIf(!can.takeAccessBack)('is off without access, and one click asks for it', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver } = stage;
      await openPanel(driver);
      const setup = await driver.openExtensionPage('setup');
      const checklist = await driver.openExtensionPage('checklist');
      await waitForText(checklist, 'Assistant is on');
      await takeAccessBack(checklist);
      for (const tab of [checklist, setup]) {
        await waitForText(tab, 'The assistant has no access to calpassplus.org. Allow it');
        await expectPromises(stage, tab, tab === setup ? 'setup no access' : 'checklist no access');
      }
      await waitFor(
        'the mark on the button',
        async () => (await badge(checklist)) === '!' || undefined,
      );
      await waitForText(checklist, 'Check files');
      await pressIn(checklist, 'Allow on calpassplus.org');
      await waitForText(checklist, 'Assistant is on');
      await waitFor('the usual button', async () => (await badge(checklist)) !== '!' || undefined);
      expect(await textOf(setup)).not.toContain('no access');
    });
  });

  describe('a field that the person points at', () => {
    it('is asked for on the page, and Esc cancels', async () => {
      const stage = await open({ variant: 'no-description' });
      const { driver } = stage;
      await waitForPanelText(driver, 'Show me where it is');
      await pressInPanel(driver, 'Show me where it is');
      await waitForPanelText(driver, 'Click the field on the page, or move to it with Tab');
      await expectPanelPromises(stage, 'pointing');
      await driver.press('Escape');
      await waitForPanelText(driver, 'Cancelled. File Description is still not known.');
    });

    it('is learned by a click that the page does not hear, and known again after a reload', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver } = stage;
      const page = stage.portal.url({ variant: 'plain' });
      await renameDescription(driver);
      await waitForPanelText(driver, 'Show me where it is');
      await pressInPanel(driver, 'Show me where it is');
      await waitForPanelText(driver, 'Click the field on the page');
      await driver.click(DESCRIPTION);
      await waitForPanelText(driver, 'File Description: the assistant knows it now.');
      await waitForPanelText(driver, 'Assistant is on');
      await expectPanelPromises(stage, 'pointed');
      await driver.goto(page);
      await renameDescription(driver);
      await waitForPanelText(driver, 'Assistant is on');
      await driver.chooseFiles(
        FILE_INPUT,
        await stage.write([extract('SENR 2022-23.txt', 'SENR')]),
      );
      await waitForPanelText(driver, 'Attached.');
      expect((await readForm(driver)).description).toBe('SENR 2022-23');
      const setup = await driver.openExtensionPage('setup');
      await goToTab(setup, 'Data and privacy');
      // Once, although the page shows them both as a label and beside the field.
      await waitForText(setup, '“notes for the data team”');
      expect(await textOf(setup)).not.toMatch(/(“notes for the data team”).*\1/);
      await expectPromises(stage, setup, 'setup pointed');
      await forgetEarlierScenarios(stage);
    });

    it('is listed in setup, and can be removed there', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver } = stage;
      await openPanel(driver);
      const setup = await driver.openExtensionPage('setup');
      // Only the content script may send this, so the test writes it where the background would.
      const one = learned('description', { at: Date.UTC(2026, 4, 5, 12) });
      await setup.evaluate(
        ([key, settings]) => {
          const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
          return api.storage.local.set({ [key]: settings });
        },
        [SETTINGS_KEY, { ...NO_SETTINGS, learned: [one] }] as const,
      );
      await goToTab(setup, 'Data and privacy');
      await waitForText(setup, 'Fields you pointed at');
      await waitForText(setup, '“notes for the data team” May 5, 2026');
      await expectPromises(stage, setup, 'learned');
      await pressIn(setup, 'Remove File Description');
      await waitForText(setup, 'File Description was removed from the list.');
      await waitForText(setup, 'None yet.');
      await expectPromises(stage, setup, 'learned removed');
      expect(await tellBackground(setup, 'learned controls', {})).toEqual([]);
    });
  });

  describe('the report of a problem', () => {
    it('is shown before it is copied, and holds nothing of the files but type, year and size', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver } = stage;
      const files = [extract('SENR_Zqxana_8812731.txt', 'SENR'), bytes('Zqxlee payroll.txt', '')];
      await openPanel(driver);
      await driver.chooseFiles(FILE_INPUT, await stage.write(files));
      await waitForPanelText(driver, '2 files · 1 to fix · 1 held back');
      await openReport(await openPanel(driver));
      const report = await waitFor('the report', async () => copyFieldIn(await openPanel(driver)));
      expect(report).toContain('Organization: not named');
      expect(report).toContain('Page: on');
      expect(report).toMatch(/- description: found, score \d+ by .*, candidates \d+/);
      expect(report).toMatch(/- legend: found, score \d+ by own words, part, candidates \d+/);
      expect(report).toContain('- confirmation: not found, score 0, candidates 0');
      expect(report).toContain(
        '1. SENR 2022-23, under 1 MB: can go (rename); rules: name-not-exact',
      );
      expect(report).toContain('2. unknown type, 0 bytes: held; rules: empty-file');
      expect(findCanaries(report)).toEqual([]);
      expect(report).not.toMatch(/8812731|payroll/);
      await stage.picture('page states report');
      await expectAccessiblePage(driver);
      expectNoRequestFromExtension(stage.portal);
      await pressInPanel(driver, 'Copy report');
      await waitFor('the copy', async () => {
        return /Copied\.|press Ctrl\+C/.test(await panelText(driver)) || undefined;
      });
      await pressInPanel(driver, 'Cancel');
    });
  });
}

/** The page with another name for the field, as it may have one day. */
async function renameDescription({ page }: Driver): Promise<void> {
  await page.evaluate((selector) => {
    const field = document.querySelector<HTMLInputElement>(selector);
    const [label] = field?.labels ?? [];
    if (!field || !label) throw new Error('The page has no description.');
    label.textContent = 'Notes for the data team:';
    field.placeholder = '';
  }, DESCRIPTION);
}

/** Longer than the assistant waits for a page to be complete before it says what is missing. */
const SETTLED_MS = 4000;

/** Does what a person does on the browser's own page about the extension. */
function takeAccessBack(tab: Doc): Promise<void> {
  return tab.evaluate(async () => {
    const api = Reflect.get(globalThis, 'browser');
    await api.permissions.remove({ origins: api.runtime.getManifest().host_permissions });
  }, undefined);
}

function badge(tab: Doc): Promise<string> {
  return tab.evaluate(async () => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    return (await api.action.getBadgeText({})) as string;
  }, undefined);
}

/** What the button shows while the site's tab is in front. */
function badgeOfSiteTab(tab: Doc): Promise<string> {
  return tab.evaluate(async () => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const [site] = await api.tabs.query({ url: api.runtime.getManifest().host_permissions });
    return (await api.action.getBadgeText({ tabId: site.id })) as string;
  }, undefined);
}

async function copyFieldIn(panel: Doc): Promise<string> {
  return panel.evaluate(() => document.querySelector('textarea')?.value ?? '', undefined);
}

/** The browser itself lets the keyboard open a summary. */
async function openReport(panel: Doc): Promise<void> {
  await panel.evaluate(
    () => document.querySelector<HTMLElement>('.problem-report summary')?.click(),
    undefined,
  );
}
