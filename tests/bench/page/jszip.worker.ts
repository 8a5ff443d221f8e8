import JSZip from 'jszip';
import { serveJob } from '../../../lib/session/worker-job.ts';
import type { Zipped } from './zip-runs.ts';

serveJob(async (source: Blob): Promise<Zipped> => {
  const zip = new JSZip().file('SENR 2022-23.txt', source);
  const blob = await zip.generateAsync({
    type: 'blob',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    streamFiles: true,
  });
  return { bytes: blob.size };
});
