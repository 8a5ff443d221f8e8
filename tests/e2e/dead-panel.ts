import { describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { extract } from './files.ts';
import { openPanel, waitForPanelText } from './panel.ts';
import {
  expectAccessible,
  expectNoPersonValuesIn,
  expectNoRequestFromExtension,
} from './promises.ts';
import { expectProven, openForProof } from './proof.ts';
import { expectReceived } from './received.ts';
import type { Launch, Stage } from './stage.ts';
import { pictureIn, setStage } from './stage.ts';
import { FILE_INPUT, namesInInput, submitPage, traces } from './upload-page.ts';
import { waitFor } from './wait-for.ts';

const GOOD = extract('SENR 2022-23.txt', 'SENR');
/** It is held until the person clicks. Its name is unlike all others. */
const TO_RENAME = extract('SENR_8812731.txt', 'SENR');
/** How long a person looks at a page on which nothing happens. */
const PATIENCE_MS = 30_000;

/** The browser may end the extension's process at any moment, as it does when memory runs out. */
export function describeDeadPanel(
  launch: Launch,
  build: 'chrome-mv3' | 'firefox-mv3',
  can: {
    /** The panel's frame runs in the extension's process. In Firefox, it ends together with the page. */
    readonly killPanel: boolean;
  },
): void {
  describe('when the process of the extension dies', () => {
    const stageOf = setStage(launch, build, 'with the extension');

    /** Uses a fresh tab, because the state of the one before is unknown. */
    async function open(): Promise<Stage> {
      const stage = stageOf();
      const driver = await stage.driver.openSiteTab();
      return openForProof({ ...stage, driver }, { variant: 'plain' });
    }

    it.skipIf(!can.killPanel)(
      'before a choice: the person gets their own file back, and words',
      async () => {
        const stage = await open();
        const paths = await stage.write([TO_RENAME]);
        const driver = await stage.driver.killExtension();
        await driver.chooseFiles(FILE_INPUT, paths);
        await expectFilesBack({ ...stage, driver }, paths, 'before the choice');
      },
    );

    it.skipIf(!can.killPanel)(
      'while files are held: the person gets their own files back, and words',
      async () => {
        const stage = await open();
        const { driver } = stage;
        const paths = await stage.write([TO_RENAME, extract('crsc.txt', 'CRSC')]);
        await driver.chooseFiles(FILE_INPUT, paths);
        await waitForPanelText(driver, 'Fix and attach 2 files');
        expect(await namesInInput(driver)).toEqual([]);
        const killed = await driver.killExtension();
        await expectFilesBack({ ...stage, driver: killed }, paths, 'while held');
      },
    );

    it('after a file is attached: the click and the thanks count all the same', async () => {
      const stage = await open();
      const { driver, portal } = stage;
      const paths = await stage.write([GOOD]);
      await driver.chooseFiles(FILE_INPUT, paths);
      await waitForPanelText(driver, 'Attached.');
      const killed = await driver.killExtension();
      const submission = await submitPage(killed, portal);
      await expectReceived(submission, [{ name: GOOD.name, from: 0, how: 'same bytes' }], paths);
      // The background has to start again first, so the thank-you page stays until then.
      const other = await driver.openSiteTab();
      await other.goto(portal.url({ variant: 'plain' }));
      await openPanel(other);
      const [received] = submission.files;
      if (!received) throw new Error('The server got no file.');
      await expectProven({ ...stage, driver: other }, received, 'SENR, 2022-23, sent');
    });
  });
}

/** A banner says so. The form holds the files exactly as chosen, and sends them by hand. */
async function expectFilesBack(stage: Stage, paths: readonly string[], name: string) {
  const { driver, portal } = stage;
  const words = await waitFor('the banner', () => bannerText(stage), undefined, PATIENCE_MS);
  expect(words).toContain(messages.assistant_files_back.message);
  expect(await traces(driver), 'no panel').toEqual(['banner']);
  await driver.screenshot(await pictureIn(driver, `dead panel ${name}`));
  await expectAccessible(driver.page, 'the banner', '[data-upload-assistant]');
  await expectNoPersonValuesIn(driver.page, driver);
  expectNoRequestFromExtension(portal);
  const own = paths.map((path) => path.split('/').at(-1) ?? '');
  expect(await namesInInput(driver)).toEqual(own);
  expect(portal.submissions()).toEqual([]);
  const submission = await submitPage(driver, portal);
  const asChosen = own.map((each, from) => ({ name: each, from, how: 'same bytes' }) as const);
  await expectReceived(submission, asChosen, paths);
}

function bannerText({ driver }: Stage): Promise<string | undefined> {
  return driver.page.evaluate(
    () => document.querySelector('[data-upload-assistant=banner]')?.textContent ?? undefined,
    undefined,
  );
}
