/** What stands on a disk. A test may change it at any moment. */
export interface Disk {
  content: Uint8Array<ArrayBuffer>;
  /** Called before each read, with the number of reads before it. */
  onRead?: (reads: number) => void;
  /** While set, every read fails with it. */
  error?: Error | undefined;
}

/** A file that a person chose, as Firefox gives it: every read gives what stands on the disk now. */
export function liveFile(disk: Disk, name = 'SENR 2022-23.txt'): File {
  let reads = 0;
  const read = async (start: number, end: number) => {
    disk.onRead?.(reads);
    reads += 1;
    if (disk.error) throw disk.error;
    return disk.content.slice(start, end);
  };
  const file = new File([], name);
  Object.defineProperty(file, 'size', { get: () => disk.content.length });
  file.arrayBuffer = async () => (await read(0, disk.content.length)).buffer;
  file.slice = (start = 0, end = disk.content.length) => {
    const part = new Blob([]);
    Object.defineProperty(part, 'size', { get: () => Math.max(0, end - start) });
    part.arrayBuffer = async () => (await read(start, end)).buffer;
    part.slice = (from = 0, to = end - start) => file.slice(start + from, start + to);
    return part;
  };
  file.stream = () => {
    throw new Error('It may hang: see lib/reading/blocks.ts.');
  };
  return file;
}
