import { bytesAsChosen } from '../reading/bytes-as-chosen.ts';

/**
 * Copies a file into the page's own process, where nothing can change it any more. A file that a
 * person chose stays live: Firefox sends whatever is on the disk at the submit. Firefox also never
 * posts a File made around another File, nor a large Blob that lives in another process.
 * @returns undefined if the file can no longer be read
 */
export async function copyOf(source: Blob, name: string): Promise<File | undefined> {
  const bytes = await bytesAsChosen(source);
  return bytes && new File([bytes], name, { type: source.type });
}
