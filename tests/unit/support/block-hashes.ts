import { createHash } from 'node:crypto';

/** The SHA-256 of each block, one after the other, computed by other means than the product's. */
export function blockHashesOf(bytes: Uint8Array, blockBytes: number): Uint8Array<ArrayBuffer> {
  const hashes: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += blockBytes) {
    const block = bytes.subarray(start, start + blockBytes);
    hashes.push(createHash('sha256').update(block).digest());
  }
  return new Uint8Array(Buffer.concat(hashes));
}
