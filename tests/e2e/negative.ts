import { cp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OFF_PAGES } from '../portal/off-pages.ts';
import { bytes, extract, sized } from './files.ts';
import { expectNoRequestFromExtension } from './promises.ts';
import type { Launch, Stage } from './stage.ts';
import { setStage } from './stage.ts';
import { FILE_INPUT, namesInInput, submitPage, traces } from './upload-page.ts';
import { waitFor } from './wait-for.ts';

type Build = 'chrome-mv3' | 'firefox-mv3';

/** On the site's other pages, the assistant stays out of sight and files pass untouched. */
export function describeOffPages(stageOf: () => Stage): void {
  it.each(OFF_PAGES.map(({ id }) => id))('stays off on the %s page', async (page) => {
    const stage = stageOf();
    await stage.open(stage.portal.url(page));
    await new Promise((resolve) => setTimeout(resolve, 500)); // longer than it takes to look twice
    expect(await traces(stage.driver)).toEqual([]);
    expectNoRequestFromExtension(stage.portal);
    if (page === 'profile') {
      await stage.driver.chooseFiles(FILE_INPUT, await stage.write([bytes('me.txt', '')]));
      expect(await namesInInput(stage.driver)).toEqual(['me.txt']);
    }
  });
}

/** The negative control: without the extension, the same bad files reach the server. */
export function describeWithoutExtension(launch: Launch, build: Build): void {
  describe('without the extension', () => {
    const stageOf = setStage(launch, build, 'without the extension');
    it('empty, misnamed, wrong and oversized files all reach the server', async () => {
      const stage = stageOf();
      const { driver, portal } = stage;
      await stage.open(portal.url({ variant: 'plain' }));
      const bad = [
        bytes('SINF 2022-23.txt', ''),
        extract('SENR_8812731.txt', 'SENR'),
        extract('SPRG 2022-23.txt', 'SENR'),
        sized('SCSC 2022-23.txt', 'SCSC', 31_000_000),
      ];
      await driver.chooseFiles(FILE_INPUT, await stage.write(bad));
      const submission = await submitPage(driver, portal);
      expect(submission.files.map(({ name }) => name).toSorted()).toEqual(
        bad.map(({ name }) => name).toSorted(),
      );
      expect(submission.description).toBe('');
      expect(await traces(stage.driver)).toEqual([]);
    });
  });
}

/** A broken assistant says so first. Then the page works as if it were not there. */
export function describeBrokenAssistant(launch: Launch, build: Build): void {
  describe('with a panel that cannot start', () => {
    const dir = join(tmpdir(), `upload-assistant-broken-${build}-${process.pid}`);
    const stageOf = setStage(launch, build, { dir, prepare: () => breakPanel(build, dir) });
    it('a banner says that nothing was checked, and only then files pass', async () => {
      const stage = stageOf();
      const { driver, portal } = stage;
      await stage.open(portal.url({ variant: 'plain' }));
      const paths = await stage.write([extract('SENR_8812731.txt', 'SENR')]);
      await driver.chooseFiles(FILE_INPUT, paths);
      expect(await namesInInput(driver), 'held while nothing has been said').toEqual([]);
      await waitFor('the banner', async () => {
        const all = await traces(stage.driver);
        return all.includes('banner') || undefined;
      });
      const text = await driver.page.evaluate(
        () => document.querySelector('[data-upload-assistant=banner]')?.textContent ?? '',
        undefined,
      );
      expect(text).toContain('It did not check your files.');
      await stage.picture('stopped');
      await driver.chooseFiles(FILE_INPUT, paths);
      const submission = await submitPage(driver, portal);
      expect(submission.files.map(({ name }) => name)).toEqual(['SENR_8812731.txt']);
    });
  });
}

/** A copy of the shipped build whose panel has no script. */
async function breakPanel(build: Build, dir: string): Promise<void> {
  await cp(join(import.meta.dirname, '..', '..', '.output', build), dir, { recursive: true });
  const chunks = await readdir(join(dir, 'chunks'));
  const program = chunks.find((name) => name.startsWith('assist-'));
  if (!program) throw new Error('The build has no program for the panel.');
  await writeFile(join(dir, 'chunks', program), '');
}
