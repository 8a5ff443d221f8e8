import type { Container } from './file-facts.ts';

/** APPNOTE.TXT 4.3.16: the end record of a zip, up to the length of its comment. */
const END_RECORD_BYTES = 22;
const END_SIGNATURE = [0x50, 0x4b, 0x05, 0x06] as const;
/** Room for the record and a short comment. */
const KEPT_BYTES = 1024;

/**
 * The last bytes of a file. They reveal the last part of a split zip: it ends as a zip does, but its
 * first bytes are packed data.
 */
export class LastBytes {
  #bytes = new Uint8Array(0);

  feed(block: Uint8Array): void {
    const last = block.subarray(-KEPT_BYTES);
    const room = KEPT_BYTES - last.length;
    const before = room > 0 ? this.#bytes.subarray(-room) : this.#bytes.subarray(0, 0);
    const joined = new Uint8Array(before.length + last.length);
    joined.set(before);
    joined.set(last, before.length);
    this.#bytes = joined;
  }

  /**
   * @param fileBytes the size of the file
   * @returns `split zip` if a zip ends here, and its beginning is elsewhere
   */
  container(fileBytes: number): Container | undefined {
    for (let at = this.#bytes.length - END_RECORD_BYTES; at >= 0; at -= 1) {
      if (this.#endsSplitZip(at, fileBytes)) return 'split zip';
    }
    return undefined;
  }

  #endsSplitZip(at: number, fileBytes: number): boolean {
    if (END_SIGNATURE.some((byte, place) => this.#bytes[at + place] !== byte)) return false;
    const record = new DataView(this.#bytes.buffer, at, END_RECORD_BYTES);
    const isEnd = at + END_RECORD_BYTES + record.getUint16(20, true) === this.#bytes.length;
    const recordAt = fileBytes - this.#bytes.length + at;
    const listEnd = record.getUint32(12, true) + record.getUint32(16, true);
    const disk = record.getUint16(4, true);
    return isEnd && (disk > 0 || listEnd > recordAt);
  }
}
