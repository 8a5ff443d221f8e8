import { BLOCK_BYTES, blocksOfFile } from './blocks.ts';
import { giveBack } from './give-back.ts';
import type { Source } from './source.ts';
import { SourceChanged, sizeOfSource } from './source.ts';

type CheckedSource = Required<Source>;

const HASH_BYTES = 32;

/**
 * Reads a source in blocks of at most BLOCK_BYTES. A block is good until the next one has come; its
 * memory is then given back at once.
 * @throws SourceChanged, before any byte is handed out that is not the one that was checked
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

/** All bytes of a source that is small enough to hold in memory. @throws SourceChanged */
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

/** A block on the grid of the hashes, with the proof that its bytes were checked. */
interface ReadBlock {
  readonly start: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly proof: Promise<void>;
}

/**
 * While the caller works on one block, the next is hashed off-thread and the one after is read:
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

/** Whole blocks, from the one that holds the source's first byte to the one that holds its last. */
async function* readBlocks(source: CheckedSource, signal: AbortSignal): AsyncGenerator<ReadBlock> {
  const first = source.start - (source.start % BLOCK_BYTES);
  let next = readBlock(source, first);
  for (let start = first; start < source.end; start += BLOCK_BYTES) {
    const bytes = await next;
    signal.throwIfAborted();
    const proof = prove(source, start, bytes);
    proof.catch(() => {}); // whoever awaits it is told; nobody does after an earlier failure
    next = readBlock(source, start + BLOCK_BYTES);
    next.catch(() => {}); // likewise
    yield { start, bytes, proof };
  }
}

/** Any failure counts as a change: a new check of the file says what is wrong with it. */
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

/** Asks for the next item before it gives one away. */
async function* oneAhead<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  let before: Item | undefined;
  for await (const item of items) {
    if (before !== undefined) yield before;
    before = item;
  }
  if (before !== undefined) yield before;
}
