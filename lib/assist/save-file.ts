/** How long a download may take to begin before its address is given back, in milliseconds. */
const ADDRESS_LIFE_MS = 60_000;

/** Downloads a prepared file. Runs in the extension's own frame; the page is not involved. */
export function saveFile(document: Document, file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), ADDRESS_LIFE_MS);
}
