import type { NewEvent } from '../../lib/ledger/events.ts';
import { hashOf } from './disk.ts';
import type { World } from './world.ts';

type FileEntry = Extract<NewEvent, { readonly file: unknown }>;

/** What must hold after every step, whatever happened before. */
export function expectPromises(world: World): void {
  expectSentIsProven(world);
  expectNothingLost(world);
}

/** Sent ⇒ the server got exactly the checked bytes, by the person's click, and the page thanked for it. */
function expectSentIsProven(world: World): void {
  const proven = world.received
    .filter(({ byClick, isThanked }) => byClick && isThanked)
    .flatMap(({ files }) => files)
    .filter(({ isProven }) => isProven)
    .map(({ content }) => hashOf(content));
  const claimed = entries(world, 'confirmed-on-page').map(({ file }) => file.attachedSha256);
  for (const hash of claimed) {
    if (countOf(hash, claimed) > countOf(hash, proven)) {
      throw new Error(`${hash} counts as sent without a proof.`);
    }
  }
}

function countOf(hash: string, hashes: readonly string[]): number {
  return hashes.filter((one) => one === hash).length;
}

/** Every chosen file is with the panel, in the form, or back in it as the person chose it. */
function expectNothingLost(world: World): void {
  for (const [at, files] of world.chosen.entries()) {
    const tab = world.tab(at);
    const choices = [...tab.page.held, ...tab.page.given.flatMap((one) => one.choices)];
    const kept = choices.flatMap(({ files: chosen }) => chosen.map(({ file }) => file));
    const inForm = [...tab.input, ...tab.taken].map(({ name }) => name);
    for (const file of files) {
      const isSeen =
        kept.includes(file.handle) ||
        inForm.includes(file.name) ||
        inForm.some((name) => name.startsWith(file.label));
      if (!isSeen) throw new Error(`${file.name} in tab ${at} is lost from sight.`);
    }
  }
}

/**
 * At the end, when all tabs are closed and all is delivered: whatever the server got of checked files
 * by a click, or thanked for, is sent or not sure, never nothing. With click, thanks and files that
 * stood there, it is sent.
 */
export function expectNeverNothing(world: World): void {
  for (const received of world.received) {
    if (!received.isWatched) continue;
    for (const { name, content, isProven } of received.files) {
      if (!isProven || !(received.byClick || received.isThankedWithoutClick)) continue;
      const hash = hashOf(content);
      const isSent = entries(world, 'confirmed-on-page').some(
        ({ file }) => file.attachedSha256 === hash,
      );
      const isDoubted = entries(world, 'confirmation-not-seen').some(
        ({ file }) => file.attachedSha256 === hash,
      );
      if (!isSent && !isDoubted) throw new Error(`${content} was received, and nobody knows.`);
      // Of two files under one name nobody can tell which one the page has.
      const isOnly = received.files.filter((one) => one.name === name).length === 1;
      const isFull = received.byClick && received.isThanked && received.isThankedInTime && isOnly;
      if (isFull && !isSent) throw new Error(`${content} was sent, and does not count as sent.`);
    }
  }
}

function entries(world: World, kind: FileEntry['kind']): FileEntry[] {
  return world.ledger.filter((event): event is FileEntry => 'file' in event && event.kind === kind);
}
