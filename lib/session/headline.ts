import { isOnThePage } from './row-groups.ts';
import type { SessionSnapshot } from './snapshot.ts';

/** How all files stand, in one sentence. The worst file decides. */
export type Headline =
  | { readonly kind: 'waiting' | 'preparing' | 'handing over' | 'refused' }
  | { readonly kind: 'submitted' | 'confirmed' }
  | { readonly kind: 'checking'; readonly checked: number; readonly of: number }
  | {
      readonly kind: 'review';
      readonly files: number;
      readonly ready: number;
      readonly held: number;
      readonly sentBefore: number;
      readonly uploadsAfter: number;
    }
  /** The page has an issue with these files. */
  | { readonly kind: 'rejected'; readonly labels: readonly string[] }
  | { readonly kind: 'loading'; readonly loading: number; readonly of: number }
  | { readonly kind: 'stands'; readonly files: number };

export type Tone = 'good' | 'problem' | 'plain';

export function headlineOf(snapshot: Omit<SessionSnapshot, 'page'>): Headline {
  const { phase, rows, pageHas, canGo } = snapshot;
  switch (phase) {
    case 'checking':
      return { kind: phase, checked: rows.filter(({ plan }) => plan).length, of: rows.length };
    case 'review':
      return reviewOf(snapshot);
    case 'attached': {
      const { count = canGo, loading = [], rejected = [] } = pageHas ?? {};
      if (rejected.length > 0) return { kind: 'rejected', labels: rejected };
      if (loading.length > 0) return { kind: 'loading', loading: loading.length, of: count };
      return { kind: 'stands', files: count };
    }
    default:
      return { kind: phase };
  }
}

function reviewOf({
  rows,
  held,
  partsAfter,
}: Pick<SessionSnapshot, 'rows' | 'held' | 'partsAfter'>): Headline {
  const plans = rows.flatMap(({ plan }) => (plan?.kind === 'can go' ? [plan] : []));
  const sentBefore = plans.filter(({ part }) => part?.isSent).length;
  const ready = plans.length - sentBefore;
  return { kind: 'review', files: rows.length, ready, held, sentBefore, uploadsAfter: partsAfter };
}

export function toneOf(headline: Headline): Tone {
  switch (headline.kind) {
    case 'rejected':
    case 'refused':
      return 'problem';
    case 'review':
      return headline.held > 0 ? 'plain' : 'good';
    case 'stands':
    case 'submitted':
    case 'confirmed':
      return 'good';
    default:
      return 'plain';
  }
}

/** What the collapsed panel counts. */
export interface BarCounts {
  readonly ready: number;
  readonly held: number;
  /** Files with which the page has an issue. */
  readonly rejected: number;
}

/** Undefined while there is nothing to count. */
export function barCounts(snapshot: SessionSnapshot): BarCounts | undefined {
  const { phase, rows, held, pageHas } = snapshot;
  if (['waiting', 'submitted', 'confirmed'].includes(phase)) return undefined;
  if (!isOnThePage(phase)) {
    const ready = rows.filter(({ plan, place }) => plan?.kind === 'can go' && place !== 'sent');
    return { ready: ready.length, held, rejected: 0 };
  }
  const { count = 0, rejected = [], loading = [] } = pageHas ?? {};
  return { ready: count - rejected.length - loading.length, held, rejected: rejected.length };
}
