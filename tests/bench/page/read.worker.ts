import { BLOCK_BYTES } from '../../../lib/reading/blocks.ts';
import { serveJob } from '../../../lib/session/worker-job.ts';

serveJob(read);

/** The yardstick: reads the file in the inspection's slices and does nothing with the bytes. */
async function read(file: File): Promise<number> {
  let bytes = 0;
  for (let start = 0; start < file.size; start += BLOCK_BYTES) {
    const block = await file.slice(start, start + BLOCK_BYTES).arrayBuffer();
    bytes += block.byteLength;
  }
  return bytes;
}
