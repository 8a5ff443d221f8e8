/**
 * Copies a file into the page's own process, where nothing can change it any more. A file that a
 * person chose stays live: Firefox sends whatever stands on the disk at the submit. Firefox also never
 * posts a File made around another File, nor a large Blob that lives in another process.
 * @returns undefined where the file went away, or changed in a way that the browser refuses to read
 */
export async function copyOf(source: Blob, name: string): Promise<File | undefined> {
  // The size is that of the choice. A slice reads no further where the file has grown; the check
  // reads slices, too.
  const bytes = await source
    .slice(0, source.size)
    .arrayBuffer()
    .catch(() => undefined);
  return bytes && new File([bytes], name, { type: source.type });
}
