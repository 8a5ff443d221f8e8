import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { waitFor } from '../wait-for.ts';

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Its name, and what it was started with. */
  readonly command: string;
}

/** Kills the wanted processes of a browser at once, and waits until they are gone. */
export async function killProcess(
  browser: number | undefined,
  isWanted: (one: Process) => boolean,
): Promise<void> {
  if (browser === undefined) throw new Error('The browser does not tell its process.');
  const wanted = below(browser, await allProcesses()).filter(isWanted);
  if (wanted.length === 0) throw new Error('The browser has no such process.');
  for (const { pid } of wanted) process.kill(pid, 'SIGKILL');
  await waitFor('the end of the process', async () => {
    const left = below(browser, await allProcesses()).map(({ pid }) => pid);
    return wanted.every(({ pid }) => !left.includes(pid)) || undefined;
  });
}

function below(root: number, all: readonly Process[]): Process[] {
  const children = all.filter(({ parent }) => parent === root);
  return children.flatMap((child) => [child, ...below(child.pid, all)]);
}

/** Leaves out processes that have ended and are not cleared away yet. */
async function allProcesses(): Promise<Process[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,stat=,comm=,args=']);
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, state, command = ''] =
      /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (!state || state.startsWith('Z')) return [];
    return [{ pid: Number(pid), parent: Number(parent), command }];
  });
}
