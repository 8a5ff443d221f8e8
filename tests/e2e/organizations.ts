import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILE_TYPES } from '../../lib/calpads/file-types.ts';
import type { NewEvent } from '../../lib/ledger/events.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { newOrganization } from '../../lib/requirements/organization.ts';
import { expectToFit, focusedIn } from './checklist.ts';
import type { Doc, ExtensionPage, ExtensionTab } from './drivers/driver.ts';
import { expectFocusKept, pressIn, typeInto, waitForText } from './extension-tab.ts';
import { openPanel } from './panel.ts';
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

const MAPLE: Organization = {
  ...newOrganization('00000000-0000-4000-8000-000000000001', 2023),
  name: 'Maple Leaf Unified',
  reportingLea: '0199901',
  rounds: [4, 5],
};
const OAK: Organization = {
  ...newOrganization('00000000-0000-4000-8000-000000000002', 2023),
  name: 'Oak Hills Unified School District and County Office of Education',
  rounds: [5],
};
const CEDAR: Organization = {
  ...newOrganization('00000000-0000-4000-8000-000000000003', 2023),
  name: 'Cedar Valley ROP',
  kind: 'ROC/P',
  rounds: [4],
  districts: [
    {
      id: '00000000-0000-4000-8000-000000000004',
      name: 'Elm Unified',
      contact: 'Ana <ana@elm.example>',
      done: [],
    },
    {
      id: '00000000-0000-4000-8000-000000000005',
      name: 'Maple Leaf Unified',
      contact: 'ben@maple.example',
      done: ['uploaded'],
    },
  ],
};

/** Oak is done. Maple has one problem, seven files that are sent, and the others to send. */
const EVENTS: readonly NewEvent[] = [
  ...[MAPLE, OAK, CEDAR].map(
    (saved): NewEvent => ({ kind: 'organization-saved', organization: saved.id, saved }),
  ),
  ...[MAPLE, OAK].flatMap(({ id }) =>
    FILE_TYPES.map(
      (fileType): NewEvent => ({
        kind: 'said-sent',
        organization: id,
        fileType,
        schoolYear: '2022-23',
      }),
    ),
  ),
  {
    kind: 'counts-received',
    organization: MAPLE.id,
    fileType: 'SENR',
    schoolYear: '2022-23',
    rows: 0,
    reply: '00000000-0000-4000-8000-000000000006',
  },
];

/** One reply of the help desk about two organizations. */
const REPLY = `Org_Name	Academic_Year	CRSC	SCSC	SCTE	SELA	SENR	SINF	SPRG
Maple Leaf Unified	2022-2023	1027	39299	152	992	9613	4042	3455
${OAK.name}	2022-2023	1795	59894	754	1441	9985	4054	4600
`;

const PASTED = `District	LEA	Round	County
Fir Unified	0199905	5	Solano
Maple Leaf Unified	0199901	5	Solano
Pine Unified	199907	5	Solano
Yew Charter		4, 5	Napa
`;

/** The table of all organizations: a county office with its districts. */
export function describeOrganizations(stageOf: () => Stage): void {
  async function open(which: ExtensionPage): Promise<{ stage: Stage; tab: ExtensionTab }> {
    const stage = stageOf();
    await stage.open(stage.portal.url({ variant: 'plain' }));
    await openPanel(stage.driver);
    await forgetEarlierScenarios(stage);
    await stage.driver.toFront();
    const tab = await stage.driver.openExtensionPage(which);
    expect(await tellBackground(tab, 'record', { events: EVENTS })).toBe('done');
    const chosen = { organization: MAPLE.id };
    expect(await tellBackground(tab, 'choose organization', chosen)).toBe('done');
    return { stage, tab };
  }

  async function openTable(): Promise<{ stage: Stage; tab: ExtensionTab }> {
    const { stage, tab } = await open('organizations');
    // Firefox loads it again at the view where the scenario before left it.
    await tab.evaluate(() => location.replace('#organizations'), undefined);
    await waitForText(tab, 'Shown: 3 of 3');
    return { stage, tab };
  }

  /** The standing promises, in the state that the page has reached. */
  async function expectPromises(stage: Stage, tab: ExtensionTab, name: string): Promise<void> {
    await stage.pictureOf(tab, `organizations ${name}`);
    await expectAccessible(tab, `all organizations: ${name}`);
    await expectNoPersonValuesIn(tab, stage.driver);
    await expectNoPersonValuesStored(tab);
    expectNoRequestFromExtension(stage.portal);
  }

  describe('all organizations', () => {
    it('are a step away from the checklist, and back', async () => {
      const { tab } = await open('checklist');
      await waitForText(tab, 'All organizations (3)');
      await pressIn(tab, 'All organizations (3)');
      await waitForText(tab, 'Shown: 3 of 3');
      expect(await focusedIn(tab)).toBe('All organizations');
      await pressIn(tab, 'Back to the checklist');
      await waitForText(tab, 'Settings');
      expect(await focusedIn(tab)).toBe('Maple Leaf Unified');
    });

    it('stand in one table, those at risk first, and lead to their checklists', async () => {
      const { stage, tab } = await openTable();
      expect(await namesIn(tab)).toEqual([MAPLE.name, CEDAR.name, OAK.name]);
      await waitForText(tab, '6 of 14 files');
      await waitForText(tab, '1 of 2 districts');
      await waitForText(tab, '7 of 7 files');
      await expectPromises(stage, tab, 'table');
      await pressIn(tab, 'Organization');
      expect(await sortedBy(tab)).toEqual(['Organization', 'ascending']);
      expect(await namesIn(tab)).toEqual([CEDAR.name, MAPLE.name, OAK.name]);
      await pressIn(tab, 'Organization');
      expect(await sortedBy(tab)).toEqual(['Organization', 'descending']);
      await pressIn(tab, 'Highest risk first');
      expect(await sortedBy(tab)).toBeUndefined();
      await choose(tab, '.organizations select', '5');
      await waitForText(tab, 'Shown: 2 of 3');
      expect(await namesIn(tab)).toEqual([MAPLE.name, OAK.name]);
      await expectToFit(tab, 320);
      await expectPromises(stage, tab, 'table at 320');
      await pressIn(tab, OAK.name);
      await waitForText(tab, '7 sent');
      await waitFor('the focus', async () => (await focusedIn(tab)) === OAK.name || undefined);
    });

    it('are added from a spreadsheet, with what is left out and why, and taken back', async () => {
      const { stage, tab } = await openTable();
      await pressIn(tab, 'Add from a spreadsheet');
      await typeInto(tab, 'textarea', PASTED);
      await pressIn(tab, 'Read the table');
      await waitForText(tab, 'New: 2 · here already: 1 · left out: 1');
      await waitForText(tab, 'Columns that do not count here: County.');
      await waitForText(tab, '“199907” has this many digits: 6.');
      await expectPromises(stage, tab, 'add');
      await expectToFit(tab, 320);
      await pressIn(tab, 'Add 2 organizations');
      await waitForText(tab, '2 organizations were added.');
      await expectFocusKept(tab);
      await pressIn(tab, '← All organizations');
      await waitForText(tab, 'Shown: 5 of 5');
      expect(await focusedIn(tab)).toBe('Add from a spreadsheet');
      await pressIn(tab, 'Add from a spreadsheet');
      await typeInto(tab, 'textarea', 'Alder Unified');
      await pressIn(tab, 'Read the table');
      await pressIn(tab, 'Add 1 organization');
      await waitForText(tab, '1 organization was added.');
      await pressIn(tab, 'Undo');
      await waitForText(tab, 'Undone.');
      await expectFocusKept(tab);
      await pressIn(tab, '← All organizations');
      await waitForText(tab, 'Shown: 5 of 5');
    });

    it('take one reply for many, and each row lands where it belongs', async () => {
      const { stage, tab } = await openTable();
      await pressIn(tab, 'Paste the reply');
      await typeInto(tab, 'textarea', REPLY);
      await pressIn(tab, 'Read the table');
      await waitForText(tab, `“${OAK.name}” is`);
      await expectPromises(stage, tab, 'reply');
      await pressIn(tab, 'Save 14 row counts');
      await waitForText(tab, '14 row counts were saved.');
      await pressIn(tab, '← All organizations');
      await waitForText(tab, 'Shown: 3 of 3');
      await waitForText(tab, 'Nothing is left to do.');
      await waitForText(tab, '7 of 14 files');
    });

    it('that are behind get one letter, with a section for each', async () => {
      const { stage, tab } = await openTable();
      await pressIn(tab, 'Letter to those behind (2)');
      await waitForText(tab, 'The 2 addresses that are known');
      const [addresses, , letter = ''] = await fieldsIn(tab);
      expect(addresses).toBe('ana@elm.example; ben@maple.example');
      expect(letter).toContain('Maple Leaf Unified (deadline 2023-11-01)\nFiles to upload:');
      expect(letter).toContain('- 2021-22: CRSC, SCSC, SCTE, SELA, SENR, SINF, SPRG');
      expect(letter).toContain('Districts that have not uploaded yet:\n- Elm Unified');
      expect(letter).not.toContain(OAK.name);
      await expectPromises(stage, tab, 'letter');
      await expectToFit(tab, 320);
      await pressIn(tab, '← All organizations');
      await waitForText(tab, 'Shown: 3 of 3');
      expect(await focusedIn(tab)).toBe('Letter to those behind (2)');
    });

    it('are exported as a table for a spreadsheet', async () => {
      const { stage, tab } = await openTable();
      await pressIn(tab, 'Export table');
      await waitForText(tab, 'was saved to Downloads.');
      const csv = await waitFor('the table', () => tableIn(stage.downloadsDir));
      expect(csv).toContain('Maple Leaf Unified,\'0199901,"4, 5",2023-11-01,6,14,files,7,');
      expect(csv).toContain('Cedar Valley ROP,,4,2023-11-01,1,2,districts,');
    });

    it('are a step away from the districts, which take pasted rows, too', async () => {
      const { stage, tab } = await open('setup');
      const chosen = { organization: CEDAR.id };
      expect(await tellBackground(tab, 'choose organization', chosen)).toBe('done');
      await tab.evaluate(() => location.replace('#districts'), undefined);
      await waitForText(tab, 'Letter to Elm Unified');
      await pressIn(tab, 'Add many from a spreadsheet');
      await typeInto(tab, '#panel-districts textarea', 'Elm Unified\nFir Unified\tfir@fir.example');
      await pressIn(tab, 'Read the table');
      await waitForText(tab, 'New: 1 · here already: 1 · left out: 0');
      await expectPromises(stage, tab, 'districts');
      await pressIn(tab, 'Add 1 district');
      await waitForText(tab, '1 district was added.');
      await expectFocusKept(tab);
      await waitForText(tab, 'Letter to Fir Unified');
      const opened = await stage.driver.tabOpenedBy(() => pressIn(tab, 'All organizations (3)'));
      await waitForText(opened, 'Shown: 3 of 3');
      await waitForText(opened, '1 of 3 districts');
    });
  });
}

/** Of the organizations, row by row. */
function namesIn(tab: Doc): Promise<string[]> {
  return tab.evaluate(
    () => [...document.querySelectorAll('tbody th')].map((cell) => cell.textContent),
    undefined,
  );
}

/** The column that the table is sorted by, and how. */
function sortedBy(tab: Doc): Promise<(string | null)[] | undefined> {
  return tab.evaluate(() => {
    const header = document.querySelector('[aria-sort]');
    return header ? [header.textContent, header.getAttribute('aria-sort')] : undefined;
  }, undefined);
}

function fieldsIn(tab: Doc): Promise<string[]> {
  return tab.evaluate(
    () => [...document.querySelectorAll('textarea')].map(({ value }) => value),
    undefined,
  );
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

async function tableIn(folder: string): Promise<string | undefined> {
  const name = (await readdir(folder)).find((one) => /^organizations-.*\.csv$/.test(one));
  const text = name && (await readFile(join(folder, name), 'utf8'));
  return text?.endsWith('\r\n') ? text : undefined;
}
