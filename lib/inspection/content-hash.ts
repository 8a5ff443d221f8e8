/**
 * SHA-256 over the concatenated SHA-256 of a file's blocks of 4 MiB: a scheme that a large file-sync
 * service has published, so anyone can recompute it. The blocks' hashes run off-thread while the
 * caller goes on scanning.
 */
export class ContentHash {
  readonly #blocks: Promise<ArrayBuffer>[] = [];

  /**
   * The block is copied at once and may be given back after the call. Resolves when the block
   * before it is hashed, so that no more than two wait where hashing is slower than scanning.
   * @param block exactly BLOCK_BYTES bytes; only the last one may be shorter.
   */
  async add(block: Uint8Array<ArrayBuffer>): Promise<void> {
    const before = this.#blocks.at(-1);
    this.#blocks.push(crypto.subtle.digest('SHA-256', block));
    await before;
  }

  async hex(): Promise<string> {
    const hashes = await Promise.all(this.#blocks);
    return sha256Hex(new Blob(hashes));
  }
}

/** The standard SHA-256 of something small enough to hold in memory, in hex. */
export async function sha256Hex(blob: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
