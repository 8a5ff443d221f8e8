import { describe, expect, it } from 'vitest';
import { SETUP_TABS } from '../../lib/messaging/tab-messages.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { newOrganization } from '../../lib/requirements/organization.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { FILE_TYPES } from '../corpus/file-types.ts';
import type { Doc, ExtensionTab } from './drivers/driver.ts';
import { mixedThirtyFive } from './files.ts';
import { expectReadable, shownTab } from './layout.ts';
import { copyWith, longer } from './other-language.ts';
import { openPanel } from './panel.ts';
import { expectAccessible } from './promises.ts';
import type { Build, Launch, Stage } from './stage.ts';
import { forgetEarlierScenarios, setStage } from './stage.ts';
import { tellBackground } from './tell-background.ts';
import { FILE_INPUT } from './upload-page.ts';
import { waitFor } from './wait-for.ts';

const PRIMARY = '.panel-actions .primary';
const FILES_INPUT = 'input[type=file]:not([webkitdirectory])';

const MAPLE: Organization = {
  ...newOrganization('00000000-0000-4000-8000-000000000002', 2023),
  name: 'Maple Leaf Mountain Valley Joint Union High School District',
  kind: 'ROC/P',
  rounds: [1, 2, 3, 4, 5],
  districts: [
    {
      id: '00000000-0000-4000-8000-000000000006',
      name: 'Elm Valley Unified',
      contact: 'Ana Ruiz <ana.ruiz@elmvalley.example>',
      done: ['MOU'],
    },
    {
      id: '00000000-0000-4000-8000-000000000007',
      name: 'Fir Mountain Joint Union High School District',
      contact: '',
      done: [],
    },
  ],
};
const CEDAR: Organization = {
  ...newOrganization('00000000-0000-4000-8000-000000000004', 2023),
  name: 'Cedar Charter',
  rounds: [5],
};
const REPLY = '00000000-0000-4000-8000-000000000005';

/**
 * Every document of the extension in narrow windows, with large text and in forced colors. All texts
 * are 40 % longer than the English ones, so other languages have room, too.
 */
export function describeReadable(launch: Launch, build: Build): void {
  async function open(stage: Stage): Promise<Stage> {
    await stage.open(stage.portal.url({ variant: 'plain' }));
    await openPanel(stage.driver);
    await forgetEarlierScenarios(stage);
    return stage;
  }

  async function setUp({ driver }: Stage): Promise<ExtensionTab> {
    const tab = await driver.openExtensionPage('checklist');
    const events = [CEDAR, MAPLE].map(
      (saved) => ({ kind: 'organization-saved', organization: saved.id, saved }) as const,
    );
    const counts = FILE_TYPES.map(
      (fileType, at) =>
        ({
          kind: 'counts-received',
          organization: MAPLE.id,
          fileType,
          schoolYear: '2021-22',
          rows: at * 12_345,
          reply: REPLY,
        }) as const,
    );
    const answer = await tellBackground(tab, 'record', { events: [...events, ...counts] });
    expect(answer).toBe('done');
    await tellBackground(tab, 'choose organization', { organization: MAPLE.id });
    return tab;
  }

  const shownIn = (stage: Stage, tab: ExtensionTab, name: string) =>
    shownTab(tab, `longer ${name}`, stage.pictureOf);

  describe('longer texts have room', () => {
    const stageOf = setStage(launch, build, copyWith(longer(en), 'longer', build));

    it('in the panel with thirty-five files, and in the list of the rules', async () => {
      const stage = await open(stageOf());
      const { driver } = stage;
      await driver.toFront();
      await driver.chooseFiles(FILE_INPUT, await stage.write(mixedThirtyFive()));
      await waitForElement(await openPanel(driver), PRIMARY);
      const prepare = () => openWhole(stage);
      await prepare();
      await expectReadable({
        name: 'longer panel',
        doc: await openPanel(driver),
        viewport: driver,
        prepare,
        picture: stage.picture,
      });
      const rules = await driver.tabOpenedBy(() => followLink(stage, 'a[href*="rules.html"]'));
      await waitForElement(rules, '.rules article');
      await expectReadable(shownIn(stage, rules, 'rules'));
    });

    it('in the checklist', async () => {
      const stage = await open(stageOf());
      await setUp(stage);
      const tab = await stage.driver.openExtensionPage('checklist');
      await waitForElement(tab, '.years-table');
      await expectReadable(shownIn(stage, tab, 'checklist'));
      await expectAccessible(tab, 'the checklist with longer texts');
    });

    it('in the tabs of the setup', async () => {
      const stage = await open(stageOf());
      await setUp(stage);
      const tab = await stage.driver.openExtensionPage('setup');
      for (const id of SETUP_TABS) {
        await waitForElement(tab, '#tab-districts');
        await tab.evaluate((name) => location.replace(`#${name}`), id);
        await waitForElement(tab, `#panel-${id}:not([hidden])`);
        await tab.evaluate(openDetails, undefined);
        await expectReadable(shownIn(stage, tab, `setup ${id}`));
      }
    });

    it('in Check files with thirty-five files', async () => {
      const stage = await open(stageOf());
      const tab = await stage.driver.openExtensionPage('check files');
      await waitForElement(tab, FILES_INPUT);
      await tab.chooseFiles(FILES_INPUT, await stage.write(mixedThirtyFive()));
      await waitForElement(tab, '.file-list[aria-busy=false]');
      await tab.evaluate(openDetails, undefined);
      await expectReadable(shownIn(stage, tab, 'check files'));
    });
  });
}

async function waitForElement(doc: Doc, selector: string): Promise<void> {
  await waitFor(`an element at ${selector}`, () =>
    doc.evaluate((wanted) => document.querySelector(wanted) !== null || undefined, selector),
  );
}

/** Opens the panel where it is only a bar, and its closed groups. */
async function openWhole({ driver }: Stage): Promise<void> {
  const panel = await openPanel(driver);
  await waitFor('the panel to be open', async () => {
    const isOpen = await panel.evaluate((primary) => {
      document.querySelector<HTMLElement>('.collapse[aria-expanded=false]')?.click();
      for (const group of document.querySelectorAll('details.file-group')) {
        if (group instanceof HTMLDetailsElement) group.open = true;
      }
      return document.querySelector(primary) !== null;
    }, PRIMARY);
    const rows = await panel.evaluate(() => document.querySelectorAll('.file-row').length, 0);
    return (isOpen && rows === 34) || undefined;
  });
}

async function followLink({ driver }: Stage, selector: string): Promise<void> {
  const panel = await openPanel(driver);
  await panel.evaluate((link) => document.querySelector<HTMLElement>(link)?.focus(), selector);
  await driver.activateFocused('panel');
}

/** Runs in the document, so it must not use anything outside itself. */
function openDetails(): void {
  for (const details of document.querySelectorAll('details')) details.open = true;
}
