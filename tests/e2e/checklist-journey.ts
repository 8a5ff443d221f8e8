import { describe, expect, it } from 'vitest';
import { FILE_TYPES } from '../../lib/calpads/file-types.ts';
import { newOrganization } from '../../lib/requirements/organization.ts';
import { extractBytes } from '../corpus/extract.ts';
import { MAPLE_LEAF_LEA } from '../corpus/records.ts';
import { expectToFit, focusedIn, waitForCells } from './checklist.ts';
import type { Doc, ExtensionTab } from './drivers/driver.ts';
import { pressIn, typeInto, waitForText } from './extension-tab.ts';
import { bytes, extract } from './files.ts';
import { openPanel, textOf, waitForPanelText } from './panel.ts';
import {
  expectAccessible,
  expectNoPersonValuesIn,
  expectNoPersonValuesStored,
  expectNoRequestFromExtension,
} from './promises.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import { tellBackground } from './tell-background.ts';
import { FILE_INPUT, SUBMIT, submitPage } from './upload-page.ts';
import { waitFor } from './wait-for.ts';

/** The help desk's answer as the webinar shows it; two of its years are the same. */
const REPLY = `Org_Name	Academic_Year	CRSC	SCSC	SCTE	SELA	SENR	SINF	SPRG
Maple Leaf Unified	2018-2019	1027	39299	152	992	9613	4042	3455
Maple Leaf Unified	2019-2020	1795	59894	754	1441	9985	4054	4600
Maple Leaf Unified	2020-2021	1795	59894	754	1441	9985	4054	4600
Maple Leaf Unified	2021-2022	1819	58591	427	1912	10246	4071	4009
`;
const ORGANIZATION = {
  ...newOrganization('00000000-0000-4000-8000-000000000001', 2023),
  name: 'Maple Leaf Unified',
  rounds: [1, 2, 3, 4, 5],
};

/** From the first look at the popup to files that are proven; the background ends between the steps. */
export function describeChecklist(stageOf: () => Stage): void {
  async function open(behaviour: 'normal' | 'fails-at-submit' = 'normal'): Promise<Stage> {
    const stage = stageOf();
    await stage.open(stage.portal.url({ variant: 'aspnet', behaviour }));
    await openPanel(stage.driver);
    await forgetEarlierScenarios(stage);
    return stage;
  }

  async function setUp({ driver }: Stage): Promise<ExtensionTab> {
    const tab = await driver.openExtensionPage('checklist');
    const event = {
      kind: 'organization-saved',
      organization: ORGANIZATION.id,
      saved: ORGANIZATION,
    } as const;
    expect(await tellBackground(tab, 'record', { events: [event] })).toBe('done');
    return tab;
  }

  /** The standing promises, in the state that the checklist has reached. */
  async function expectPromises(stage: Stage, tab: ExtensionTab, name: string): Promise<void> {
    await stage.pictureOf(tab, `checklist ${name}`);
    await expectAccessible(tab, `the checklist: ${name}`);
    await expectNoPersonValuesIn(tab, stage.driver);
    await expectNoPersonValuesStored(tab);
    expectNoRequestFromExtension(stage.portal);
  }

  async function attach(stage: Stage, ...files: Parameters<Stage['write']>[0]): Promise<void> {
    await stage.driver.toFront();
    await stage.driver.chooseFiles(FILE_INPUT, await stage.write(files));
    await waitForPanelText(stage.driver, 'Attached.');
  }

  describe('the checklist', () => {
    it('leads from the first look to proven files, though the background ends between all steps', async () => {
      const stage = await open();
      const { driver, portal } = stage;
      const first = await driver.openExtensionPage('checklist');
      await waitForText(first, 'Tell the assistant which funding rounds you have');
      await stage.pictureOf(first, 'checklist first use');
      await expectAccessible(first, 'the first look');

      await waitForText(
        await setUp(stage),
        'Upload your 35 missing files, all at once if you like.',
      );
      const empty = await waitForCells(driver, ['SENR, 2021-22, missing']);
      await waitForText(empty, '35 missing');
      await waitFor('the badge', async () => (await badge(empty)).text === '35' || undefined);
      expect((await badge(empty)).title).toContain('35 of 35 files missing');
      await expectPromises(stage, empty, 'set up');

      await driver.endBackground();
      const rows = { fileType: 'SENR', schoolYear: '2021-22', rows: 10_246 } as const;
      await attach(
        stage,
        bytes('SENR 2021-22.txt', extractBytes(rows)),
        extract('SELA 2022-23.txt', 'SELA'),
      );
      await driver.endBackground();
      const ready = await waitForCells(driver, ['SENR, 2021-22, ready', 'SELA, 2022-23, ready']);
      await waitForText(ready, '2 files are attached but not sent yet');
      await driver.endBackground();
      await driver.toFront();
      await submitPage(driver, portal);
      await driver.endBackground();
      await openPanelAgain(stage);
      const sent = await waitForCells(driver, ['SENR, 2021-22, sent', 'SELA, 2022-23, sent']);
      await waitFor('the badge', async () => (await badge(sent)).text === '33' || undefined);

      await pressIn(sent, 'Paste the reply');
      await typeInto(sent, 'textarea', REPLY);
      await pressIn(sent, 'Read the table');
      await waitForText(sent, 'What this changes');
      await waitForText(sent, 'For this checklist, named “Maple Leaf Unified” in the reply.');
      await waitForText(sent, 'The counts received for 2019-20 and 2020-21 are the same');
      await waitForText(sent, 'Sent, but not in the reply: SELA 2022-23.');
      await expectPromises(stage, sent, 'paste');
      await driver.endBackground();
      await pressIn(sent, 'Save 29 row counts');
      await waitForText(sent, '29 row counts were saved.');
      expect(await focusedIn(sent)).toBe('Paste the reply');
      await driver.endBackground();

      const received = await waitForCells(driver, [
        'SENR, 2021-22, received',
        'SINF, 2018-19, received',
        'SENR, 2019-20, problem',
        'SENR, 2020-21, problem',
        'SELA, 2022-23, problem',
        'CRSC, 2022-23, missing',
      ]);
      await waitForText(received, 'The counts received for 2019-20 and 2020-21 are the same');
      await waitForText(received, '14 received');
      await expectPromises(stage, received, 'received');
      await pressIn(received, '15 problems');
      await expectCellNames(received, 21);
      await pressIn(received, 'SENR, 2020-21, problem');
      await waitForText(received, 'checked these 14 counts');
      await typeInto(received, '.reason-form input', 'Compared with our records');
      await pressIn(received, 'Mark as correct');
      await waitForText(received, 'SENR 2020-21: received');
      await expectPromises(stage, received, 'cell');
      expect(await focusedIn(received)).toBe('SENR 2020-21: received');
      await pressIn(received, '← Back');
      await waitForText(received, '28 received');
    });

    it('says what to do with a cell: no data, already sent, e-mail, start again; and takes it back', async () => {
      const stage = await open();
      const tab = await setUp(stage);
      await pressIn(tab, 'SCTE, 2020-21, missing');
      await waitForText(tab, 'SCTE 2020-21: missing');
      await pressIn(tab, 'No data for this type');
      await waitForText(tab, 'A reason is missing.');
      await expectPromises(stage, tab, 'reason asked');
      await typeInto(tab, '.reason-form input', 'No CTE courses that year');
      await pressIn(tab, 'No data for this type');
      await waitForText(tab, 'SCTE 2020-21: no data');
      await pressIn(tab, 'Undo');
      await waitForText(tab, 'SCTE 2020-21: missing');
      await pressIn(tab, 'Already sent without the assistant');
      await waitForText(tab, 'SCTE 2020-21: sent');
      await pressIn(tab, 'The confirmation e-mail came');
      await waitForText(tab, 'SCTE 2020-21: confirmed by e-mail');
      await expectPromises(stage, tab, 'history');
      await pressIn(tab, 'Start again with this file');
      await waitForText(tab, 'SCTE 2020-21: missing');
      expect(await focusedIn(tab)).toBe('SCTE 2020-21: missing');
      await expectToFit(tab, 320);
      await pressIn(tab, '← Back');
      expect(await focusedIn(tab)).toMatch(/^SCTE, 2020-21, missing/);
    });

    it('fits a browser’s popup with ten years, and a phone with a long name', async () => {
      const stage = await open();
      const { driver } = stage;
      const tab = await setUp(stage);
      const saved = { ...ORGANIZATION, name: LONG_NAME, addedYears: LATER_YEARS };
      const other = { ...ORGANIZATION, id: '00000000-0000-4000-8000-000000000002', name: 'Cedar' };
      const events = [other, saved].map((one) => ({
        kind: 'organization-saved' as const,
        organization: one.id,
        saved: one,
      }));
      expect(await tellBackground(tab, 'record', { events })).toBe('done');
      const chosen = { organization: saved.id };
      expect(await tellBackground(tab, 'choose organization', chosen)).toBe('done');
      const sent = { kind: 'said-sent', organization: saved.id, schoolYear: '2018-19' } as const;
      const email = { ...sent, kind: 'email-confirmed', schoolYear: '2019-20' } as const;
      const more = FILE_TYPES.flatMap((fileType) => [
        { ...sent, fileType },
        { ...sent, fileType, schoolYear: '2019-20' as const },
        { ...email, fileType },
      ]);
      expect(await tellBackground(tab, 'record', { events: more })).toBe('done');
      const checklist = await waitForCells(driver, ['SENR, 2027-28, missing']);
      await expectToFit(checklist, POPUP.width);
      expect(await endOfTable(checklist)).toBeLessThanOrEqual(POPUP.height);
      await expectPromises(stage, checklist, 'ten years');
      for (const width of [400, 320]) {
        await expectToFit(checklist, width);
        expect(await linesOfHeading(checklist)).toBeLessThanOrEqual(4);
        await expectPromises(stage, checklist, `ten years at ${width}`);
      }
    });

    it('takes a reply before anything is set up, and warns before it saves', async () => {
      const stage = await open();
      const tab = await stage.driver.openExtensionPage('checklist');
      await pressIn(tab, 'Paste the reply');
      await typeInto(tab, 'textarea', REPLY);
      await pressIn(tab, 'Read the table');
      await waitForText(tab, 'For this checklist, named “Maple Leaf Unified” in the reply.');
      await waitForText(tab, 'The counts received for 2019-20 and 2020-21 are the same');
      await waitForText(tab, 'SCTE 2018-19 has 152 rows');
      expect(await textOf(tab)).not.toMatch(/left out|Save 0/);
      await expectPromises(stage, tab, 'paste first use');
      await expectToFit(tab, 320);
      await pressIn(tab, 'Save 28 row counts');
      await waitForText(tab, '28 row counts were saved.');
      await pressIn(tab, '← Back');
      expect(await focusedIn(tab)).toBe('Paste the reply');
      await waitForText(tab, '14 problems');
    });

    it('offers nothing to save while nobody has said whose counts they are', async () => {
      const stage = await open();
      const tab = await setUp(stage);
      await pressIn(tab, 'Paste the reply');
      const others = REPLY.replaceAll('Maple Leaf Unified\t2018', 'Oak Hills\t2018');
      await typeInto(tab, 'textarea', others.replaceAll('Maple Leaf Unified', 'Elm'));
      await pressIn(tab, 'Read the table');
      await waitForText(tab, 'Choose above which organization the counts are for.');
      expect(await textOf(tab)).not.toMatch(/Save \d+ row count/);
      await expectPromises(stage, tab, 'paste whose');
    });

    it('has the inquiry mail ready, word for word', async () => {
      const stage = await open();
      const tab = await setUp(stage);
      await pressIn(tab, 'Ask the help desk');
      await waitForText(tab, 'K12 SWP Required Data Inquiry for Maple Leaf Unified');
      const address = await tab.evaluate(
        () => document.querySelector<HTMLAnchorElement>('a.button')?.href ?? '',
        undefined,
      );
      expect(decodeURIComponent(address)).toBe(
        'mailto:help@calpassplus.org?subject=K12 SWP Required Data Inquiry for Maple Leaf Unified&body=Dear Cal-PASS Plus: Please send a summary of K12 SWP required data files you have received for Maple Leaf Unified for school years 2018-19, 19-20, 20-21, 21-22 and 22-23.',
      );
      await expectPromises(stage, tab, 'ask');
    });

    it('refuses a pasted table that it does not understand, and names the line', async () => {
      const stage = await open();
      const tab = await setUp(stage);
      await pressIn(tab, 'Paste the reply');
      await typeInto(tab, 'textarea', REPLY.replace('9985', '9.985'));
      await pressIn(tab, 'Read the table');
      await waitForText(tab, 'Line 3');
      await expectPromises(stage, tab, 'refused');
    });

    it('is not sure when no thank-you follows the click, and asks', async () => {
      const stage = await open('fails-at-submit');
      const { driver, portal } = stage;
      await setUp(stage);
      await attach(stage, extract('SENR 2022-23.txt', 'SENR'));
      await driver.click(SUBMIT);
      await waitFor('the error page', async () => {
        const text = await textOf(driver.page).catch(() => '');
        return (!text.includes('File Purpose') && text.length > 0) || undefined;
      });
      await new Promise((resolve) => setTimeout(resolve, THANK_YOU_MS));
      await driver.goto(portal.url({ variant: 'aspnet' }));
      await openPanel(driver);
      const tab = await waitForCells(driver, ['SENR, 2022-23, not sure']);
      await waitForText(tab, 'Was SENR 2022-23 sent?');
      await pressIn(tab, 'Look at it');
      await waitForText(tab, 'the page that came next did not say thank you');
      await expectPromises(stage, tab, 'not sure');
      await pressIn(tab, 'It was sent');
      await waitForText(tab, 'SENR 2022-23: sent');
    });

    it('puts a file with the organization that its LEA code names, and shows that one', async () => {
      const stage = await open();
      const { driver } = stage;
      const tab = await setUp(stage);
      const id = '00000000-0000-4000-8000-000000000002';
      const other = {
        ...ORGANIZATION,
        id,
        name: 'Cedar Valley High',
        reportingLea: MAPLE_LEAF_LEA,
      };
      const first = { ...ORGANIZATION, reportingLea: '1234567' };
      const saved = [first, other].map((one) => ({
        kind: 'organization-saved' as const,
        organization: one.id,
        saved: one,
      }));
      expect(await tellBackground(tab, 'record', { events: saved })).toBe('done');
      const chosen = { organization: first.id };
      expect(await tellBackground(tab, 'choose organization', chosen)).toBe('done');
      await attach(stage, extract('SENR 2022-23.txt', 'SENR'));
      const checklist = await waitForCells(driver, ['SENR, 2022-23, ready']);
      const heading = await checklist.evaluate(
        () => document.querySelector('h1')?.textContent,
        undefined,
      );
      expect(heading).toBe('Cedar Valley High');
      await expectPromises(stage, checklist, 'two organizations');
      expect(await tellBackground(checklist, 'choose organization', chosen)).toBe('done');
      await waitForText(checklist, 'Upload your 35 missing files');
    });

    it('says when a file is of another LEA than the checklist', async () => {
      const stage = await open();
      const tab = await setUp(stage);
      const saved = { ...ORGANIZATION, reportingLea: '1234567' };
      const event = { kind: 'organization-saved', organization: saved.id, saved } as const;
      expect(await tellBackground(tab, 'record', { events: [event] })).toBe('done');
      await stage.driver.toFront();
      const paths = await stage.write([extract('SENR 2022-23.txt', 'SENR')]);
      await stage.driver.chooseFiles(FILE_INPUT, paths);
      await waitForPanelText(
        stage.driver,
        `Its records report for LEA ${MAPLE_LEAF_LEA}. The checklist is for Maple Leaf Unified, LEA 1234567.`,
      );
      await stage.picture('another LEA');
    });

    it('warns once when the page is left with files that were not sent', async () => {
      const stage = await open();
      const { driver, portal } = stage;
      await attach(stage, extract('SENR 2022-23.txt', 'SENR'));
      const before = driver.dialogs().length;
      await driver.click('h1, h2'); // browsers ask only for people who have used the page
      await driver.goto(portal.url('home'));
      expect(driver.dialogs().slice(before)).toEqual(['beforeunload']);
    });
  });
}

const LONG_NAME = 'Sierra Foothills Joint Union High School District of Maple Leaf';
const LATER_YEARS = ['2023-24', '2024-25', '2025-26', '2026-27', '2027-28'] as const;
/** The most height that a browser gives, and the checklist's own width, in CSS pixels. */
const POPUP = { width: 640, height: 600 };

/** Longer than the assistant waits for a thank-you on a page that was opened. */
const THANK_YOU_MS = 7000;

/** The panel opens the checklist's tab in Firefox, so a page with one must be there. */
async function openPanelAgain({ driver, portal }: Stage): Promise<void> {
  await driver.goto(portal.url({ variant: 'aspnet' }));
  await openPanel(driver);
}

/** How far down the table goes, in CSS pixels. */
function endOfTable(tab: Doc): Promise<number> {
  return tab.evaluate(
    () => document.querySelector('.years-table')?.getBoundingClientRect().bottom ?? Number.NaN,
    undefined,
  );
}

function linesOfHeading(tab: Doc): Promise<number> {
  return tab.evaluate(() => {
    const heading = document.querySelector('h1');
    if (!heading) return Number.NaN;
    return (
      heading.getBoundingClientRect().height /
      Number.parseFloat(getComputedStyle(heading).lineHeight)
    );
  }, undefined);
}

async function expectCellNames(tab: Doc, count: number): Promise<void> {
  const rows = () =>
    tab.evaluate(() => document.querySelectorAll('tbody td .cell-button').length, undefined);
  await waitFor(`${count} cells`, async () => (await rows()) === count || undefined);
}

function badge(tab: Doc): Promise<{ text: string; title: string }> {
  return tab.evaluate(async () => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const [text, title] = await Promise.all([api.action.getBadgeText({}), api.action.getTitle({})]);
    return { text, title } as { text: string; title: string };
  }, undefined);
}
