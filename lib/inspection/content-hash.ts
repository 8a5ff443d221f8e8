import { BLOCK_BYTES } from '../reading/blocks.ts';
import { sha256Hex } from '../reading/sha256.ts';

const HASH_BYTES = 32;

/**
 * SHA-256 over the concatenated SHA-256 of a file's blocks of 4 MiB. A large file-sync service has
 * published this scheme, so anyone can recompute it. The blocks are hashed off-thread while the
 * caller goes on scanning.
 */
export class ContentHash {
  readonly #blocks: Promise<ArrayBuffer>[] = [];

  /**
   * Copies the block at once, so the caller may give it back after the call. Resolves when the block
   * before it is hashed, so that no more than two wait where hashing is slower than scanning.
   * @param block exactly BLOCK_BYTES bytes; only the last one may be shorter.
   */
  async add(block: Uint8Array<ArrayBuffer>): Promise<void> {
    const before = this.#blocks.at(-1);
    this.#blocks.push(crypto.subtle.digest('SHA-256', block));
    await before;
  }

  /** The hashes of the blocks, one after the other, and in hex the content hash over them. */
  async finish(): Promise<{
    readonly blockHashes: Uint8Array<ArrayBuffer>;
    readonly contentHash: string;
  }> {
    const hashes = await Promise.all(this.#blocks);
    const blockHashes = new Uint8Array(hashes.length * HASH_BYTES);
    hashes.forEach((hash, at) => {
      blockHashes.set(new Uint8Array(hash), at * HASH_BYTES);
    });
    return { blockHashes, contentHash: await sha256Hex(blockHashes) };
  }
}

/** Both hashes of something small enough to hold in memory, in lower-case hex. */
export interface Hashes {
  readonly contentHash: string;
  readonly sha256: string;
}

export async function hashesOf(content: Blob): Promise<Hashes> {
  const bytes = new Uint8Array(await content.arrayBuffer());
  const hash = new ContentHash();
  for (let start = 0; start < bytes.length; start += BLOCK_BYTES) {
    await hash.add(bytes.subarray(start, start + BLOCK_BYTES));
  }
  const [{ contentHash }, sha256] = await Promise.all([hash.finish(), sha256Hex(bytes)]);
  return { contentHash, sha256 };
}
