/**
 * Whether a name is one that a zip program gives to a part of a split archive: `SENR.zip.001` (7-Zip)
 * or `SENR.z01` (WinZip, Info-ZIP). Parts from the second on have no mark in their bytes.
 */
export function isPartOfSplit(name: string): boolean {
  return /\.(zip|7z|rar|tar|gz|bz2|xz)\.\d{2,3}$|\.z\d{2}$/i.test(name);
}
