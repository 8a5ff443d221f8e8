import { appendFile, open, readFile, truncate, unlink } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { extractBytes } from '../corpus/extract.ts';
import type { ReceivedFile } from '../portal/records.ts';
import { extract, sized } from './files.ts';
import { panelButtons, panelText, pressInPanel, waitForPanelText } from './panel.ts';
import { expectNothingSent, expectPromises, expectProven, openForProof } from './proof.ts';
import { expectReceived } from './received.ts';
import type { Stage } from './stage.ts';
import { FILE_INPUT, namesInInput, submitPage, typeDescription } from './upload-page.ts';
import { waitFor } from './wait-for.ts';

const RIGHT_NAME = 'SENR 2022-23.txt';
const TO_RENAME = extract('SENR_8812731.txt', 'SENR');
const FIX = 'Fix and attach 1 file';
const CHANGED = messages.trouble_file_changed.message;
const UNREADABLE = messages.finding_file_unreadable.message;
const GONE = messages.finding_file_gone.message;
const SENT = 'SENR, 2022-23, sent';

/**
 * What a person or a program does to a file on the disk, and what a click to attach it then leads to
 * where the browser can still read it. Of a file that has grown, it reads only the chosen length.
 */
const CHANGES = [
  ['edited in two places', editTwice, 'changed'],
  ['made longer', (path: string) => appendFile(path, firstRecord()), 'attached'],
  ['made shorter', cutInHalf, 'held back'],
  ['deleted', unlink, 'held back'],
] as const;

/** A file may change at any moment. The server gets what was checked, or nothing. */
export function describeChangedFile(
  stageOf: () => Stage,
  can: { readonly noticeChangedFiles: boolean },
): void {
  const openPlain = () => openForProof(stageOf(), { variant: 'plain' });

  describe.each(CHANGES)('a file that is %s', (how, change) => {
    it('while it is checked', async () => {
      const stage = await openPlain();
      // Large enough that the check is still under way.
      const [path = ''] = await stage.write([sized(RIGHT_NAME, 'SENR', 25_000_000)]);
      await stage.driver.chooseFiles(FILE_INPUT, [path]);
      await change(path);
      await expectCheckedOrNothing(stage, `changed in the check ${how}`);
    });

    it('after it is attached: what was checked goes, and the form keeps its words', async () => {
      const stage = await openPlain();
      const { driver, portal } = stage;
      const good = extract(RIGHT_NAME, 'SENR');
      const [path = '', untouched = ''] = await stage.write([good, good]);
      await typeDescription(driver, 'fall files');
      await driver.chooseFiles(FILE_INPUT, [path]);
      await waitForPanelText(driver, 'Attached.');
      await change(path);
      await expectPromises(stage, `changed once attached ${how}`);
      const submission = await submitPage(driver, portal);
      expect(submission.description).toBe('fall files');
      await expectReceived(submission, [SAME_BYTES], [untouched]);
      await expectProven(stage, only(submission.files), SENT);
    });
  });

  it.each(CHANGES)(
    'a file that is %s between the check and the click goes only as it was checked',
    async (how, change, whereRead) => {
      const stage = await openPlain();
      const { driver, portal } = stage;
      const [path = '', untouched = ''] = await stage.write([TO_RENAME, TO_RENAME]);
      await driver.chooseFiles(FILE_INPUT, [path]);
      await waitForPanelText(driver, FIX);
      await change(path);
      await pressInPanel(driver, FIX);
      const end = can.noticeChangedFiles ? 'held back' : whereRead;
      expect(await untilDecided(stage)).toBe(end);
      await expectPromises(stage, `changed before the click ${how}`);
      if (end !== 'attached') {
        expect(await panelText(driver)).toContain(CHANGED);
        expect(await namesInInput(driver)).toEqual([]);
        expect(portal.loaded()).toEqual([]);
      }
      if (end === 'held back') return expectNothingSent(stage);
      if (end === 'changed') await pressInPanel(driver, FIX);
      await waitForPanelText(driver, 'Attached.');
      const submission = await submitPage(driver, portal);
      await expectReceived(submission, [SAME_BYTES], [end === 'changed' ? path : untouched]);
      await expectProven(stage, only(submission.files), SENT);
    },
  );

  it('a file that is edited before it is zipped', async () => {
    const stage = await openPlain();
    const { driver } = stage;
    const [path = ''] = await stage.write([sized(RIGHT_NAME, 'SENR', 31_000_000)]);
    await driver.chooseFiles(FILE_INPUT, [path]);
    await waitForPanelText(driver, 'The limit is 30 MB.');
    await editTwice(path);
    await pressInPanel(driver, FIX);
    await expectCheckedOrNothing(stage, 'changed before the zip');
  });
}

const SAME_BYTES = { name: RIGHT_NAME, from: 0, how: 'same bytes' } as const;

/** Clicks again if the panel asks for it after the change. */
async function expectCheckedOrNothing(stage: Stage, name: string): Promise<void> {
  const { driver, portal } = stage;
  let end = await untilDecided(stage);
  await expectPromises(stage, name);
  if (end === 'changed') {
    expect(portal.loaded()).toEqual([]);
    await pressInPanel(driver, await attachButton(stage));
    end = await untilDecided(stage, ['attached', 'held back']);
  }
  if (end === 'held back') {
    expect(await namesInInput(driver)).toEqual([]);
    return expectNothingSent(stage);
  }
  const submission = await submitPage(driver, portal);
  await expectProven(stage, only(submission.files), SENT);
}

type End = 'attached' | 'changed' | 'held back';

/** Waits until the panel says what happens with the file. */
function untilDecided(
  stage: Stage,
  ends: readonly End[] = ['attached', 'changed', 'held back'],
): Promise<End> {
  let last = '';
  return waitFor(
    'the end of the check',
    async () => {
      last = await panelText(stage.driver);
      const canAttach = (await attachButton(stage)) !== '';
      let end: End | undefined;
      if (last.includes('Attached.')) end = 'attached';
      else if (last.includes(UNREADABLE) || last.includes(GONE)) end = 'held back';
      else if (last.includes(CHANGED) && canAttach) end = 'changed';
      return end && ends.includes(end) ? end : undefined;
    },
    () => `it says: ${last}`,
  );
}

async function attachButton({ driver }: Stage): Promise<string> {
  const buttons = await panelButtons(driver);
  return buttons.find((name) => /ttach 1 file$/.test(name)) ?? '';
}

function only(files: readonly ReceivedFile[]): ReceivedFile {
  const [file] = files;
  if (!file || files.length > 1) throw new Error(`The server got ${files.length} files.`);
  return file;
}

// ── what happens on the disk ───────────────────────────────────────────────────────────────

/** Changes digits in the local record ids of two records. The size stays. */
async function editTwice(path: string): Promise<void> {
  const content = await readFile(path, 'latin1');
  const file = await open(path, 'r+');
  // A change in another field could turn a record into a foreign line.
  const beforeId = /\^(?=\d{10}\^)/g;
  for (const share of [0.3, 0.9]) {
    beforeId.lastIndex = share * content.length;
    if (!beforeId.test(content)) throw new Error('There is no SSID to edit.');
    const id = beforeId.lastIndex;
    await file.write(content[id] === '7' ? '8' : '7', id);
  }
  await file.close();
}

async function cutInHalf(path: string): Promise<void> {
  const content = await readFile(path, 'latin1');
  await truncate(path, content.indexOf('\r\n', content.length / 2) + 2);
}

function firstRecord(): Uint8Array {
  return extractBytes({ fileType: 'SENR', schoolYear: '2022-23', rows: 1, seed: 2 });
}
