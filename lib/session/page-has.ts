import type { PreparedFile } from './session-file.ts';
import type { SessionState } from './session-state.ts';

/** What the page has of the person's files, and what it says of them itself. */
export interface PageHas {
  /** All of them: a widget keeps what it took before. */
  readonly count: number;
  /** `SENR 2022-23`: those that the page has an issue with, and those that it still loads. */
  readonly rejected: readonly string[];
  readonly loading: readonly string[];
}

export function pageHas(
  { stage, taken }: SessionState,
  current: readonly PreparedFile[],
): PageHas | undefined {
  if (stage.phase !== 'attached') return undefined;
  const states = [...stage.pageFiles];
  const named = (wanted: 'issue' | 'loading') =>
    states.filter(([, state]) => state === wanted).map(([name]) => withoutEnding(name));
  return {
    count: stage.outcome === 'taken by the page' ? taken.length : current.length,
    rejected: named('issue'),
    loading: named('loading'),
  };
}

function withoutEnding(name: string): string {
  return name.replace(/\.(txt|zip)$/i, '');
}
