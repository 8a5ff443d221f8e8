/** When a function that was told to throw does so. */
export type FaultTime =
  /** Once, the first time it runs at all. */
  | 'at its first call'
  /** Once, the first time it runs after the person has chosen files. */
  | 'once after the choice'
  /** Each time it runs after the person has chosen files. */
  | 'always after the choice';

export interface Fault {
  /** Number of the function that throws. */
  readonly at: number;
  readonly when: FaultTime;
}

/** How far things were when a function ran. */
export type ReachedWhen = 'before the choice' | 'after the choice' | 'after a fault';

/** The words that mark an injected fault wherever it appears. */
export const FAULT_WORDS = 'A fault was injected here';

/** Keys in the tab's session storage, which outlives a page that submits. */
export const KEYS = {
  /** Fault[]. The second waits until the first was thrown. */
  faults: 'faults-wanted',
  hasChosen: 'faults-has-chosen',
  /** Numbers of functions, in the order in which they threw. */
  thrown: 'faults-thrown',
  /** Those of them that threw while their script was still starting. */
  thrownAtStart: 'faults-thrown-at-start',
  /** [number, ReachedWhen][] */
  reached: 'faults-reached',
} as const;

/**
 * Runs in the browser before a content script, in its world, so it must not use anything outside
 * itself. The address's fragment, which no page of the portal reads, says which function throws.
 *
 * @returns `hit`: what each function of the script calls with its own number, first of all;
 * `started`: called when the script has run from top to bottom
 */
export function startProbe(
  keys: typeof KEYS,
  words: string,
): { hit: (id: number) => void; started: () => void } {
  const { sessionStorage } = globalThis;
  const read = (key: string) => JSON.parse(sessionStorage.getItem(key) ?? '[]') as unknown[];
  const note = (key: string, what: unknown) =>
    sessionStorage.setItem(key, JSON.stringify([...read(key), what]));

  const told = new URLSearchParams(location.hash.slice(1)).get('faults');
  if (told) sessionStorage.setItem(keys.faults, told);
  const faults = read(keys.faults) as readonly Fault[];
  sessionStorage.removeItem(keys.hasChosen); // the page that comes next begins anew

  const onChoice = (event: Event) => {
    const [target] = event.composedPath();
    const isFileInput = target instanceof HTMLInputElement && target.type === 'file';
    if (!event.isTrusted || !(isFileInput || event.type === 'drop')) return;
    sessionStorage.setItem(keys.hasChosen, 'yes');
  };
  for (const type of ['input', 'change', 'drop']) addEventListener(type, onChoice, true);

  const seen = new Set<string>();
  let isStarting = true;
  return {
    hit(id) {
      const hasChosen = sessionStorage.getItem(keys.hasChosen) !== null;
      const thrown = read(keys.thrown);
      const early = hasChosen ? 'after the choice' : 'before the choice';
      const when: ReachedWhen = thrown.length > 0 ? 'after a fault' : early;
      if (!seen.has(`${id} ${when}`)) note(keys.reached, [id, when]);
      seen.add(`${id} ${when}`);
      for (const [order, fault] of faults.entries()) {
        const isTooEarly =
          thrown.length < order || (fault.when !== 'at its first call' && !hasChosen);
        const isOver = fault.when !== 'always after the choice' && thrown.includes(id);
        if (fault.at !== id || isTooEarly || isOver) continue;
        note(keys.thrown, id);
        if (isStarting) note(keys.thrownAtStart, id);
        throw new Error(words);
      }
    },
    started() {
      isStarting = false;
    },
  };
}
