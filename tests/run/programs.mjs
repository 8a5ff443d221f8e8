import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The programs that other people open zips with, and their Debian packages. This is plain
 * JavaScript, because the setup runs it before anything is installed.
 */
export const ZIP_PROGRAMS = {
  unzip: { commands: ['unzip'], debian: 'unzip' },
  '7-Zip': { commands: ['7z', '7zz', '7za'], debian: 'p7zip-full' },
  Python: { commands: ['python3', 'python'], debian: 'python3' },
  zip: { commands: ['zip'], debian: 'zip' },
};

/**
 * @param {readonly string[]} commands
 * @returns {string | undefined} the path of the first of these commands that is on the PATH
 */
export function findOnPath(commands) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const paths = commands.flatMap((command) =>
    folders.flatMap((folder) => endings.map((ending) => join(folder, command + ending))),
  );
  return paths.find((path) => existsSync(path));
}
