/** How long a download may take to begin before its address is given back, in milliseconds. */
const ADDRESS_LIFE_MS = 60_000;
/** Of 35 downloads started without a pause Chromium loses some, without a word; with it, none. */
const PAUSE_MS = 250;

/**
 * Downloads a prepared file. Runs in the extension's own page; the site's page is not involved.
 * @throws NotReadableError or NotFoundError when a file on the disk changed or went away: a
 *   download of it would fail without a word
 */
export async function saveFile(file: Blob, name: string): Promise<void> {
  await file.slice(0, 1).arrayBuffer();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), ADDRESS_LIFE_MS);
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
