import { Zip, ZipDeflate } from 'fflate';
import { blocksOfFile } from '../../../lib/reading/blocks.ts';
import { serveJob } from '../../../lib/session/worker-job.ts';
import type { Zipped } from './zip-runs.ts';

serveJob(write);

async function write(source: Blob): Promise<Zipped> {
  const parts: Blob[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(new Blob([chunk.slice()]));
  });
  const entry = new ZipDeflate('SENR 2022-23.txt', { level: 6 });
  zip.add(entry);
  for await (const block of blocksOfFile(source, new AbortController().signal)) entry.push(block);
  entry.push(new Uint8Array(0), true);
  zip.end();
  return { bytes: new Blob(parts).size };
}
