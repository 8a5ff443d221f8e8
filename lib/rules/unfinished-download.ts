import type { Rule } from './rule.ts';

/**
 * The endings that browsers and transfer programs give a file until it is complete: Chromium, Opera,
 * Safari, Firefox, Edge's older versions, WinSCP, and programs that write a temporary file first.
 */
const UNFINISHED = /\.(crdownload|opdownload|download|part|partial|filepart|tmp)$/i;
/** Word, Excel and LibreOffice keep such a file beside a document while it is open. */
const LOCK_FILE = /^(~\$|\.~lock\.)/;

/** Such a file is cut off at any place, or has nothing of the extract at all. */
export const unfinishedDownload: Rule = {
  id: 'unfinished-download',
  about: 'file',
  level: 'block',
  check({ name, unreadable }) {
    if (unreadable) return undefined;
    if (isLockFile(name)) return { kind: 'lock file', words: ['finding_lock_file'] };
    const [ending] = UNFINISHED.exec(name) ?? [];
    return ending === undefined
      ? undefined
      : { kind: 'download', words: ['finding_unfinished_download', ending] };
  },
};

/** Whether the name alone shows that nothing can be done with the file. */
export function isUnfinished(name: string): boolean {
  return isLockFile(name) || UNFINISHED.test(name);
}

function isLockFile(name: string): boolean {
  return LOCK_FILE.test(name.slice(name.lastIndexOf('/') + 1));
}
