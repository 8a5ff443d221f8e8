import { describe, expect, it } from 'vitest';
import { findVariant } from '../portal/variants.ts';
import { waitForCells } from './checklist.ts';
import type { Driver, Where } from './drivers/driver.ts';
import { extract, sized } from './files.ts';
import { openPanel, waitForPanelText } from './panel.ts';
import { expectNoRequestFromExtension } from './promises.ts';
import { expectProven, openForProof } from './proof.ts';
import type { Stage } from './stage.ts';
import { FILE_INPUT, SUBMIT, submitPage, waitForSubmission, waitForThanks } from './upload-page.ts';

const GOOD = extract('SENR 2022-23.txt', 'SENR');

/** Takes longer to upload than the browsers' background stays awake in these scenarios. */
const LONG = sized('SCSC 2022-23.txt', 'SCSC', 29_000_000);
const LONG_MS = 240_000;

/** The click counts at every moment, however fast the person is. */
export function describeQuickClick(stageOf: () => Stage): void {
  describe('a click at the first moment at which the page has the file', () => {
    it.each(['plain', 'aspnet', 'dropzone'] as const)(
      'counts as sent on the %s page',
      async (variant) => {
        const stage = await openForProof(stageOf(), { variant });
        await waitForFirstChance(stage, filesOf(variant));
        await stage.driver.click(SUBMIT);
        await expectSentOnce(stage);
      },
    );

    // The widget keeps the file in its input for a quarter of a second, and sends nothing from there.
    it('is not sure on the filepond page, where nothing was sent', async () => {
      const stage = await openForProof(stageOf(), { variant: 'filepond' });
      const { driver, portal } = stage;
      await waitForFirstChance(stage, filesOf('filepond'));
      await driver.click(SUBMIT);
      const { files } = await waitForSubmission(driver, portal, SUBMIT);
      await waitForCells(driver, [`SENR, 2022-23, ${files.length > 0 ? 'sent' : 'not sure'}`]);
    });

    it.each(['plain', 'dropzone'] as const)(
      'and a second one at once count together on the %s page',
      async (variant) => {
        const stage = await openForProof(stageOf(), { variant });
        await waitForFirstChance(stage, filesOf(variant));
        await stage.driver.doubleClick(SUBMIT);
        await expectSentOnce(stage);
      },
    );

    it(
      'counts after a long upload, though the person leaves the thanks at once',
      async () => {
        const [path = ''] = await stageOf().write([LONG]);
        for (const _time of ['first', 'second']) {
          const stage = await openForProof(stageOf(), { variant: 'plain' });
          const { driver, portal } = stage;
          await driver.chooseFiles(FILE_INPUT, [path]);
          await waitForPanelText(driver, 'Attached.', 60_000);
          await submitPage(driver, portal);
          await driver.goto(portal.url({ variant: 'plain' }));
          await openPanel(driver);
          await waitForCells(driver, ['SCSC, 2022-23, sent']);
          expectNoRequestFromExtension(portal);
        }
      },
      LONG_MS,
    );
  });
}

/** Chooses a file that goes straight through, and waits until the page has it and accepts a click. */
async function waitForFirstChance({ driver, write }: Stage, files: Where): Promise<void> {
  const paths = await write([GOOD]);
  const chance = firstChance(driver);
  await driver.chooseFiles(files, paths);
  await chance;
}

/** The page itself watches for it, every few milliseconds. */
function firstChance({ page }: Driver): Promise<void> {
  return page.evaluate(
    ([submit, name]) =>
      new Promise<void>((resolve) => {
        const inputs = document.querySelectorAll<HTMLInputElement>('input[type=file]');
        const timer = setInterval(() => {
          const button = document.querySelector<HTMLButtonElement>(submit);
          const isHeld = [...inputs].some(({ files }) => files?.length);
          const isListed = document.body.innerText.includes(name);
          if (!button || button.disabled || !(isHeld || isListed)) return;
          clearInterval(timer);
          resolve();
        });
      }),
    [SUBMIT, GOOD.name] as const,
  );
}

async function expectSentOnce(stage: Stage): Promise<void> {
  const { driver, portal } = stage;
  const submission = await waitForSubmission(driver, portal, SUBMIT);
  await waitForThanks(driver);
  expect(submission).toMatchObject({ purpose: 'CALPADS', description: 'SENR 2022-23' });
  // The browser itself may send a form twice after two clicks.
  for (const { files } of portal.submissions()) {
    expect(files).toMatchObject([{ name: GOOD.name, sha256: submission.files[0]?.sha256 }]);
  }
  const [received] = submission.files;
  if (!received) throw new Error('The server got no file.');
  await expectProven(stage, received, 'SENR, 2022-23, sent');
}

function filesOf(id: string): Where {
  const variant = findVariant(id);
  if (!variant) throw new Error(`There is no ${id} page.`);
  return variant.controls.files;
}
