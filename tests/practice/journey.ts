import { join } from 'node:path';
import type { PracticeSample } from '../corpus/samples.ts';
import { waitForCells } from '../e2e/checklist.ts';
import type { Driver } from '../e2e/drivers/driver.ts';
import { openPanel, panelText, pressInPanel, waitForPanelText } from '../e2e/panel.ts';
import { FILE_INPUT, submitPage } from '../e2e/upload-page.ts';
import { waitFor } from '../e2e/wait-for.ts';
import type { Portal } from '../portal/portal.ts';
import { printSamples, printSubmission } from './print.ts';

interface Journey {
  readonly driver: Driver;
  readonly portal: Portal;
  readonly samples: readonly PracticeSample[];
  readonly picturesDir: string;
}

/** Does what a person would do with the practice files, for machines without a display. */
export async function playJourney({
  driver,
  portal,
  samples,
  picturesDir,
}: Journey): Promise<void> {
  const picture = (name: string) => join(picturesDir, `${name}.png`);
  console.log(`\nNo display here, so the journey is played headless in ${driver.name}.`);
  printSamples(samples);

  await driver.goto(portal.url({ variant: 'plain' }));
  await waitForPanelText(driver, 'Assistant is on');
  await driver.screenshot(picture('1-upload-page'));
  await driver.chooseFiles(
    FILE_INPUT,
    samples.map(({ path }) => path),
  );
  await waitForPanelText(driver, 'need you');
  await driver.screenshot(picture('2-checked'));
  console.log('\nFound:');
  await openGroups(driver, samples.length);
  for (const line of await findings(driver)) console.log(`  ${line}`);

  await pressInPanel(driver, 'Fix and attach');
  await waitForPanelText(driver, 'Attached.');
  await driver.screenshot(picture('3-attached'));
  printSubmission(await submitPage(driver, portal));
  await waitForPanelText(driver, '8 sent');
  await driver.screenshot(picture('4-confirmed'));

  await driver.goto(portal.url({ variant: 'plain' }));
  await openPanel(driver);
  const checklist = await waitForCells(driver, ['SENR, 2022-23, sent']);
  await checklist.screenshot(picture('5-checklist'));
  console.log(`\nPictures: ${picturesDir}`);
}

/** A closed group draws no rows. */
async function openGroups(driver: Driver, files: number): Promise<void> {
  const panel = await openPanel(driver);
  await waitFor('all rows', async () => {
    const rows = await panel.evaluate(() => {
      for (const summary of document.querySelectorAll<HTMLElement>(
        '.file-group:not([open]) > summary',
      )) {
        summary.click();
      }
      return document.querySelectorAll('.held-row, .file-row').length;
    }, undefined);
    return rows >= files || undefined;
  });
}

/** The panel's words for each file. */
async function findings(driver: Driver): Promise<string[]> {
  const panel = await openPanel(driver);
  const lines = await panel.evaluate(
    () =>
      [...document.querySelectorAll('.held-row, .file-row')].map((row) => {
        const parts = [...row.querySelectorAll('.held-row .now, .row-line > *, .findings li')];
        const words = parts.map((part) => {
          const link = part.querySelector('a')?.textContent ?? '';
          return part.textContent.replace(link, '').trim();
        });
        return words.join(' · ');
      }),
    undefined,
  );
  return lines.length > 0 ? lines : [await panelText(driver)];
}
