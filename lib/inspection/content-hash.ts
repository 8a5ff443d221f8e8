import { BLOCK_BYTES } from '../reading/blocks.ts';
import { sha256Hex } from '../reading/sha256.ts';

const HASH_BYTES = 32;

/**
 * The SHA-256 of the concatenated SHA-256 hashes of a file's 4 MiB blocks. A large file-sync
 * service published this scheme, so anyone can recompute it. WebCrypto hashes the blocks off-thread
 * while the caller continues to scan.
 */
export class ContentHash {
  readonly #blocks: Promise<ArrayBuffer>[] = [];

  /**
   * Copies the block at once, so the caller may give it back after the call. Resolves when the
   * block before it is hashed. So no more than two blocks wait if hashing is slower than scanning.
   * @param block exactly BLOCK_BYTES bytes. Only the last one may be shorter.
   */
  async add(block: Uint8Array<ArrayBuffer>): Promise<void> {
    const before = this.#blocks.at(-1);
    this.#blocks.push(crypto.subtle.digest('SHA-256', block));
    await before;
  }

  /** The concatenated hashes of the blocks, and the content hash over them in hex. */
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

/** Both hashes of content that fits in memory, in lowercase hex. */
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
