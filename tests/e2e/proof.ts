import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { hashesOf } from '../../lib/inspection/content-hash.ts';
import type { LedgerEvent } from '../../lib/ledger/events.ts';
import type { ReceivedFile } from '../portal/records.ts';
import { waitForCells } from './checklist.ts';
import type { ExtensionTab } from './drivers/driver.ts';
import { openPanel } from './panel.ts';
import {
  expectAccessiblePage,
  expectNoPersonValues,
  expectNoPersonValuesStored,
  expectNoRequestFromExtension,
} from './promises.ts';
import { inflated } from './received.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import { tellBackground } from './tell-background.ts';

type FileEvent = Extract<LedgerEvent, { readonly submission: string }>;

/** Opens a page that shows the panel, with an empty ledger. */
export async function openForProof(
  stage: Stage,
  page: Parameters<Stage['portal']['url']>[0],
): Promise<Stage> {
  const { driver, portal } = stage;
  portal.reset();
  await driver.goto(portal.url(page));
  await openPanel(driver);
  await forgetEarlierScenarios(stage);
  await driver.toFront();
  return stage;
}

/** The standing promises, in the state that the scenario has reached. */
export async function expectPromises(stage: Stage, name: string): Promise<void> {
  await stage.picture(`proof ${name}`);
  await expectAccessiblePage(stage.driver);
  await expectNoPersonValues(stage.driver);
  expectNoRequestFromExtension(stage.portal);
}

/** The ledger's entries about files, oldest first. */
export async function fileEvents(checklist: ExtensionTab): Promise<FileEvent[]> {
  const events = await tellBackground(checklist, 'read everything', {});
  return events.filter((event) => 'submission' in event).toSorted((a, b) => a.at - b.at);
}

/** The kinds of those entries, in order, e.g. `attached SENR 2022-23.txt`. */
export async function entriesOf(checklist: ExtensionTab): Promise<string[]> {
  const events = await fileEvents(checklist);
  return events.map(({ kind, file }) => `${kind} ${file.name}`);
}

/**
 * One file was sent, and the checklist says so. What the ledger has of it is true of the bytes that the
 * server got: both hashes, both sizes, and the rows.
 */
export async function expectProven(
  stage: Stage,
  received: ReceivedFile,
  cell: string,
): Promise<void> {
  const checklist = await waitForCells(stage.driver, [cell]);
  const events = await fileEvents(checklist);
  expect(events.map(({ kind }) => kind)).toEqual(['attached', 'submitted', 'confirmed-on-page']);
  const checked = await checkedBytesOf(received);
  const { contentHash } = await hashesOf(new Blob([checked]));
  for (const { file } of events) {
    expect(file).toMatchObject({
      name: received.name,
      attachedBytes: received.bytes,
      attachedSha256: received.sha256,
      sourceBytes: checked.length,
      contentHash,
      rows: rowsIn(checked),
    });
  }
  await expectNoPersonValuesStored(checklist);
  expectNoRequestFromExtension(stage.portal);
}

/** Nothing has reached the server, and the ledger has no file. */
export async function expectNothingSent({ driver, portal }: Stage): Promise<void> {
  expect(portal.submissions()).toEqual([]);
  expect(portal.loaded()).toEqual([]);
  expect(await entriesOf(await driver.openExtensionPage('checklist'))).toEqual([]);
}

async function checkedBytesOf({ name, path }: ReceivedFile): Promise<Buffer<ArrayBuffer>> {
  const content = await readFile(path);
  return Buffer.from(name.endsWith('.zip') ? await inflated(name, content) : content);
}

function rowsIn(content: Buffer): number {
  return content.toString('latin1').split('\r\n').filter(Boolean).length;
}
