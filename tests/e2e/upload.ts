import { describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { waitForCells } from './checklist.ts';
import { openPanel, panelText, pressInPanel, waitForPanelText } from './panel.ts';
import {
  expectAccessible,
  expectAccessiblePage,
  expectNoPersonValues,
  expectNoPersonValuesStored,
  expectNoRequestFromExtension,
} from './promises.ts';
import { expectReceived } from './received.ts';
import type { UploadScenario } from './scenarios/upload-scenarios.ts';
import { UPLOAD_SCENARIOS } from './scenarios/upload-scenarios.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import {
  FILE_INPUT,
  readForm,
  scriptedClicks,
  spyOnScriptedClicks,
  submitPage,
} from './upload-page.ts';

/** One page for each way to take files: with the form, at once, by a widget, by a postback. */
const FOUR_WAYS = ['plain', 'filepond', 'dropzone', 'aspnet'] as const;

/** From chosen files to the checklist. */
export function describeUploads(stageOf: () => Stage): void {
  describe.each(FOUR_WAYS)('on the %s page', (variant) => {
    it.each(UPLOAD_SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
      '%s',
      async (id, scenario) => {
        const stage = stageOf();
        const { driver, portal } = stage;
        const paths = await stage.write(scenario.files);
        await stage.open(portal.url({ variant }));
        await openPanel(driver);
        await forgetEarlierScenarios(stage);
        await driver.toFront();
        await spyOnScriptedClicks(driver);

        await driver.chooseFiles(FILE_INPUT, paths);
        await answerPanel(stage, scenario, `${variant} ${id}`);
        await waitForPanelText(driver, 'Attached.');
        await expectAccessiblePage(driver);
        await expectNoPersonValues(driver);
        await stage.picture(`${variant} ${id} attached`);
        expect(await readForm(driver)).toMatchObject({
          purpose: 'CALPADS',
          description: scenario.description,
          marks: [expect.stringContaining('Filled by'), expect.stringContaining('Filled by')],
        });
        expect(await scriptedClicks(driver), 'clicks and submits by a script').toEqual([]);
        expect(portal.submissions(), 'submissions before the click').toEqual([]);
        expect(await panelText(driver)).not.toContain(messages.trouble_not_recorded.message);

        const submission = await submitPage(driver, portal);
        expect(submission).toMatchObject({ purpose: 'CALPADS', description: scenario.description });
        await expectReceived(submission, scenario.server, paths);

        await driver.goto(portal.url({ variant }));
        await openPanel(driver);
        const checklist = await waitForCells(driver, scenario.sent);
        await stage.pictureOf(checklist, `${variant} ${id} checklist`);
        await expectAccessible(checklist, 'the checklist');
        await expectNoPersonValuesStored(checklist);
        expectNoRequestFromExtension(portal);
      },
    );
  });
}

/** Where a click is needed, the panel says why first, and nothing has left the page by then. */
async function answerPanel(stage: Stage, scenario: UploadScenario, title: string): Promise<void> {
  const { driver, portal } = stage;
  if (!scenario.button) return;
  for (const words of scenario.says ?? []) await waitForPanelText(driver, words);
  await expectAccessiblePage(driver);
  await expectNoPersonValues(driver);
  await stage.picture(`${title} held`);
  const posts = portal.requests().filter(({ method }) => method !== 'GET');
  expect(posts, 'requests with files before the click').toEqual([]);
  expect(portal.loaded(), 'files at the server before the click').toEqual([]);
  await pressInPanel(driver, scenario.button);
}
