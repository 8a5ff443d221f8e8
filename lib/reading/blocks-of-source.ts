import { BLOCK_BYTES, blocksOfFile } from './blocks.ts';
import { giveBack } from './give-back.ts';
import type { Source } from './source.ts';
import { SourceChanged, sizeOfSource } from './source.ts';

type CheckedSource = Required<Source>;

const HASH_BYTES = 32;

/**
 * Reads a source in blocks of at most BLOCK_BYTES. A block is valid until the next one arrives. Its
 * memory is then freed at once.
 * @throws SourceChanged, before it hands out any byte that differs from the checked one
 */
export function blocksOfSource(
  source: Source,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { blob, start, end, checked } = source;
  return checked
    ? provenBlocks({ ...source, checked }, signal)
    : blocksOfFile(blob.slice(start, end), signal);
}

/** All bytes of a source that fits in memory. @throws SourceChanged */
export async function bytesOfSource(
  source: Source,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(sizeOfSource(source));
  let read = 0;
  for await (const block of blocksOfSource(source, signal)) {
    all.set(block, read);
    read += block.length;
  }
  return all;
}

/**
 * A block that matches one of the checked hashes' blocks, with the proof that its bytes were
 * checked.
 */
interface ReadBlock {
  readonly start: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly proof: Promise<void>;
}

/**
 * While the caller works on one block, WebCrypto hashes the next off-thread and the disk reads the
 * one after it:
 *
 *   caller works on   │  0  │  1  │  2  │  3  │
 *   WebCrypto hashes  │  1  │  2  │  3  │
 *   the disk gives    │  2  │  3  │
 */
async function* provenBlocks(
  source: CheckedSource,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let used = new Uint8Array(0);
  for await (const { start, bytes, proof } of oneAhead(readBlocks(source, signal))) {
    await proof;
    signal.throwIfAborted();
    giveBack(used);
    yield bytes.subarray(Math.max(0, source.start - start), source.end - start);
    used = bytes;
  }
}

/** Full blocks, from the one with the source's first byte to the one with its last. */
async function* readBlocks(source: CheckedSource, signal: AbortSignal): AsyncGenerator<ReadBlock> {
  const first = source.start - (source.start % BLOCK_BYTES);
  let next = readBlock(source, first);
  for (let start = first; start < source.end; start += BLOCK_BYTES) {
    const bytes = await next;
    signal.throwIfAborted();
    const proof = prove(source, start, bytes);
    proof.catch(() => {}); // if no caller awaits it anymore, the error is already known
    next = readBlock(source, start + BLOCK_BYTES);
    next.catch(() => {}); // the same
    yield { start, bytes, proof };
  }
}

/** Any failure counts as a change. A new check of the file then says what is wrong with it. */
async function readBlock(
  { blob, end, checked }: CheckedSource,
  start: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (start >= end) return new Uint8Array(0);
  try {
    const block = blob.slice(start, Math.min(start + BLOCK_BYTES, checked.bytes));
    return new Uint8Array(await block.arrayBuffer());
  } catch (cause) {
    throw new SourceChanged({ cause });
  }
}

async function prove(
  { checked }: CheckedSource,
  start: number,
  block: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const at = (start / BLOCK_BYTES) * HASH_BYTES;
  const expected = checked.blockHashes.subarray(at, at + HASH_BYTES);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', block));
  if (hash.some((byte, place) => byte !== expected[place])) throw new SourceChanged();
}

/** Requests the next item before it yields the current one. */
async function* oneAhead<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  let before: Item | undefined;
  for await (const item of items) {
    if (before !== undefined) yield before;
    before = item;
  }
  if (before !== undefined) yield before;
}
