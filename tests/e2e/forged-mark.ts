import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { waitForCells } from './checklist.ts';
import type { Driver } from './drivers/driver.ts';
import { extract } from './files.ts';
import { waitForPanelText } from './panel.ts';
import { entriesOf, expectPromises, openForProof } from './proof.ts';
import type { Stage } from './stage.ts';
import { FILE_INPUT, submitPage } from './upload-page.ts';

const GOOD = extract('SENR 2022-23.txt', 'SENR');
const SECOND = extract('SCTE 2022-23.txt', 'SCTE');
const TAKEN_BACK = [`attached ${GOOD.name}`, `taken-back ${GOOD.name}`];

const MADE_UP = JSON.stringify({ clicked: [randomUUID()], thanked: [randomUUID()] });
const FORGERIES = [
  ['a word', 'thanked'],
  ['made-up numbers', MADE_UP],
] as const;

/** Where the assistant leaves its numbers in the tab. The page can write anything there. */
const MARK = 'upload-assistant-submitted';
/** Longer than the assistant waits for the thanks of a page that opened. */
const NOTICE_MS = 5500;

/** Nothing that a page writes makes a file count as sent. */
export function describeForgedMark(stageOf: () => Stage): void {
  async function attachOn(variant: 'plain' | 'dropzone'): Promise<Stage> {
    const stage = await openForProof(stageOf(), { variant });
    await attach(stage, GOOD);
    return stage;
  }

  describe('a page that forges the proof of a submission', () => {
    it.each(FORGERIES)('by %s, and loads itself again', async (name, mark) => {
      const stage = await attachOn('plain');
      const { driver, portal } = stage;
      await forge(driver, mark);
      await driver.reload();
      await waitForPanelText(driver, 'Assistant is on');
      await expectPromises(stage, `forged by ${name}`);
      await new Promise((resolve) => setTimeout(resolve, NOTICE_MS));
      expect(portal.submissions()).toEqual([]);
      const checklist = await waitForCells(driver, ['SENR, 2022-23, missing']);
      expect(await entriesOf(checklist)).toEqual(TAKEN_BACK);
    });

    it('by made-up numbers, and thanks for what nobody sent', async () => {
      const stage = await attachOn('plain');
      const { driver, portal } = stage;
      await forge(driver, MADE_UP);
      await driver.goto(portal.url({ variant: 'plain' }).replace(/upload/i, 'Upload/Confirmation'));
      expect(portal.submissions()).toEqual([]);
      const checklist = await waitForCells(driver, ['SENR, 2022-23, not sure']);
      expect(await entriesOf(checklist)).toEqual([
        ...TAKEN_BACK,
        `confirmation-not-seen ${GOOD.name}`,
      ]);
    });

    it('by the numbers of an earlier submission that it has seen', async () => {
      const stage = await attachOn('dropzone');
      const { driver, portal } = stage;
      await watchMark(driver);
      await submitPage(driver, portal);
      await waitForCells(driver, ['SENR, 2022-23, sent']);
      await driver.toFront();
      const seen = await numbersSeen(driver);
      expect(seen.length, 'numbers that the page has seen').toBeGreaterThan(0);

      await driver.goto(portal.url({ variant: 'plain' }));
      await attach(stage, SECOND);
      await forge(driver, JSON.stringify({ clicked: seen, thanked: seen }));
      await driver.reload();
      await waitForPanelText(driver, 'Assistant is on');
      await expectPromises(stage, 'forged by numbers seen');
      await new Promise((resolve) => setTimeout(resolve, NOTICE_MS));
      expect(portal.submissions()).toHaveLength(1);
      const checklist = await waitForCells(driver, [
        'SENR, 2022-23, sent',
        'SCTE, 2022-23, missing',
      ]);
      expect(await entriesOf(checklist)).toEqual([
        `attached ${GOOD.name}`,
        `submitted ${GOOD.name}`,
        `confirmed-on-page ${GOOD.name}`,
        `attached ${SECOND.name}`,
        `taken-back ${SECOND.name}`,
      ]);
    });
  });
}

async function attach({ driver, write }: Stage, file: typeof GOOD): Promise<void> {
  await driver.chooseFiles(FILE_INPUT, await write([file]));
  await waitForPanelText(driver, 'Attached.');
}

async function forge({ page }: Driver, mark: string): Promise<void> {
  await page.evaluate(([key, value]) => sessionStorage.setItem(key, value), [MARK, mark] as const);
}

declare global {
  interface Window {
    /** What the page has read where the assistant leaves its numbers. */
    marksSeen?: Set<string>;
  }
}

/** The page looks at the click, at each change, and at all times in between. */
async function watchMark({ page }: Driver): Promise<void> {
  await page.evaluate((key) => {
    const seen = new Set<string>();
    window.marksSeen = seen;
    const look = () => void seen.add(sessionStorage.getItem(key) ?? '');
    window.addEventListener('click', look);
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
    setInterval(look);
  }, MARK);
}

async function numbersSeen({ page }: Driver): Promise<string[]> {
  const marks = await page.evaluate(() => [...(window.marksSeen ?? [])], undefined);
  return [...new Set(marks.flatMap((mark) => mark.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []))];
}
