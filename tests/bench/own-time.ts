import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Doc } from '../e2e/drivers/driver.ts';

const SCRIPT = 'upload-page.js';
const ASK = 'bench-own-time';
const ANSWER = 'data-bench-own-time';

/**
 * The code of lib/upload-page/safely.ts, which wraps everything that the browser calls in the
 * content script.
 */
const NET = /(=>\(\.\.\.(\w+)\)=>\{try\{let \w+=)(\w+)\(\.\.\.\2\)/;

/**
 * Copies a build to `dir` and adds a clock around the outermost functions of its content script.
 */
export async function clockedBuild(build: string, dir: string): Promise<string> {
  await cp(build, dir, { recursive: true });
  const source = await readFile(join(build, SCRIPT), 'utf8');
  const clocked = source.replace(NET, '$1benchClock($3,$2)');
  if (clocked === source) throw new Error(`${SCRIPT} wraps its functions in another way now.`);
  const clock = `const benchClock = (${startClock.toString()})('${ASK}', '${ANSWER}');`;
  await writeFile(join(dir, SCRIPT), `{${clock}\n${clocked}}`);
  return dir;
}

/** The seconds that the content script's own functions have taken on this page so far. */
export async function ownTime(page: Doc): Promise<number> {
  const ms = await page.evaluate(
    ([ask, answer]) => {
      document.dispatchEvent(new Event(ask));
      return document.documentElement.getAttribute(answer);
    },
    [ASK, ANSWER] as const,
  );
  if (ms === null) throw new Error('The clock of the content script does not answer.');
  return Number(ms) / 1000;
}

/**
 * Runs in the browser before the content script, in the script's world, so it must not use anything
 * outside itself.
 */
function startClock(ask: string, answer: string) {
  let isRunning = false;
  let total = 0;
  document.addEventListener(ask, () => {
    document.documentElement.setAttribute(answer, String(total));
  });
  return (work: (...args: unknown[]) => unknown, args: readonly unknown[]): unknown => {
    if (isRunning) return work(...args);
    isRunning = true;
    const begun = performance.now();
    try {
      return work(...args);
    } finally {
      isRunning = false;
      total += performance.now() - begun;
    }
  };
}
