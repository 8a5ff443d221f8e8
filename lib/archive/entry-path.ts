/**
 * The folders and the name of a zip's entry, outermost first. Old versions of PowerShell and .NET
 * write `K12\SENR 2022-23.txt`, and other programs write `./SENR 2022-23.txt` or
 * `K12//SENR 2022-23.txt`. All of these signs only part folders. The caller has refused a path that
 * goes up or starts at a root.
 */
export function pathOfEntry(storedName: string): string[] {
  return storedName.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
}

/** Whether an entry is only a folder. Old PowerShell writes `K12\` without the mark of a folder. */
export function isFolderName(storedName: string): boolean {
  return /[\\/]$/.test(storedName);
}

/** Hidden files, the thumbnails of Windows and network disks, and Office's lock files. */
const CLUTTER = /^(\..*|~\$.*|Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r)$/i;
const CLUTTER_FOLDER = /^(\..*|__MACOSX|@eaDir|\$RECYCLE\.BIN)$/i;

/** macOS, Windows, Office and network disks add these to the files that a person zips. */
export function isClutter(path: readonly string[]): boolean {
  const folders = path.slice(0, -1);
  return CLUTTER.test(path.at(-1) ?? '') || folders.some((folder) => CLUTTER_FOLDER.test(folder));
}
