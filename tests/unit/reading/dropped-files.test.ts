import { describe, expect, it } from 'vitest';
import { filesOfDrop } from '../../../lib/reading/dropped-files.ts';

/** The parts of a drop that the code reads. Neither Node nor happy-dom has folders. */
type Entry = FileEntry | FolderEntry;

interface FileEntry {
  readonly isFile: true;
  readonly isDirectory: false;
  readonly name: string;
  file(resolve: (file: File) => void, reject: (error: Error) => void): void;
}

interface FolderEntry {
  readonly isFile: false;
  readonly isDirectory: true;
  readonly name: string;
  createReader(): { readEntries(resolve: (entries: Entry[]) => void): void };
}

function file(name: string): FileEntry {
  const bytes = new File([name], name);
  return { isFile: true, isDirectory: false, name, file: (resolve) => resolve(bytes) };
}

/** Gives its entries two at a time, and an empty batch at the end, like the browsers. */
function folder(name: string, ...entries: readonly Entry[]): FolderEntry {
  return {
    isFile: false,
    isDirectory: true,
    name,
    createReader() {
      const left = [...entries];
      return { readEntries: (resolve) => resolve(left.splice(0, 2)) };
    },
  };
}

async function names(...entries: readonly (Entry | null)[]): Promise<string[]> {
  const files = entries
    .filter((entry) => entry?.isFile)
    .map((entry) => new File([], entry?.name ?? ''));
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry }));
  const dropped = await filesOfDrop({ files, items } as unknown as DataTransfer);
  return dropped.map(({ name }) => name);
}

describe('the files of a drop', () => {
  it('are the dropped files if there is no folder', async () => {
    expect(await names(file('a.txt'), file('b.txt'))).toEqual(['a.txt', 'b.txt']);
  });

  it('include all files in folders, however deep and many', async () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((name) => file(`${name}.txt`));
    const deep = folder('outer', file('1.txt'), folder('inner', file('2.txt'), folder('empty')));
    expect(await names(folder('many', ...many), deep, file('loose.txt'))).toEqual([
      'a.txt',
      'b.txt',
      'c.txt',
      'd.txt',
      'e.txt',
      '1.txt',
      '2.txt',
      'loose.txt',
    ]);
  });

  it('leave out the files that operating systems add to folders', async () => {
    const clutter = ['.DS_Store', '._a.txt', 'Thumbs.db', 'desktop.ini'].map(file);
    expect(await names(folder('f', ...clutter, file('a.txt')))).toEqual(['a.txt']);
  });

  it('are none if the folder is empty', async () => {
    expect(await names(folder('empty'))).toEqual([]);
  });

  it('are those that the drop has during the event', async () => {
    const items = [{ webkitGetAsEntry: () => folder('f', file('a.txt')) }];
    const dropped = filesOfDrop({ files: [], items } as unknown as DataTransfer);
    items.length = 0; // the browser empties a drop's items after the event
    expect((await dropped).map(({ name }) => name)).toEqual(['a.txt']);
  });

  it('cause an error if they cannot be read', async () => {
    const broken: FileEntry = { ...file('x'), file: (_, reject) => reject(new Error('no')) };
    await expect(names(folder('f', broken))).rejects.toThrow('no');
  });
});
