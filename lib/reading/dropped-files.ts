/**
 * All dropped files, with those inside dropped folders. A drop's items are readable only during the
 * event, so this reads them before the first await.
 */
export function filesOfDrop(dataTransfer: DataTransfer): Promise<readonly File[]> {
  const loose = [...dataTransfer.files];
  const entries = [...dataTransfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  const hasFolder = entries.some((entry) => entry.isDirectory);
  if (!hasFolder) return Promise.resolve(loose);
  return Promise.all(entries.map(filesOfEntry)).then((lists) => lists.flat());
}

async function filesOfEntry(entry: FileSystemEntry): Promise<File[]> {
  if (isFileEntry(entry)) {
    return isClutter(entry.name)
      ? []
      : [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  }
  if (!isFolderEntry(entry)) return [];
  const lists = await Promise.all((await entriesOfFolder(entry)).map(filesOfEntry));
  return lists.flat();
}

/** A reader gives entries in batches, and an empty batch at the end. */
async function entriesOfFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return all;
    all.push(...batch);
  }
}

/** Files that operating systems add to folders and nobody means to send. */
export function isClutter(name: string): boolean {
  return name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini';
}

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolderEntry(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
