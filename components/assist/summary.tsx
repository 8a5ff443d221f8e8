import type { Outcome } from '../../lib/ledger/outcome.ts';
import { headlineOf, toneOf } from '../../lib/session/headline.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import { headlineWords } from './headline-words.ts';
import { WorkBar } from './work-bar.tsx';

interface Props {
  readonly snapshot: SessionSnapshot;
  /** What is said in place of the summary. */
  readonly outcome?: Outcome | undefined;
}

/** How all files stand, spoken whenever it changes, and one bar for all work on them. */
export function Summary({ snapshot, outcome }: Props) {
  const headline = headlineOf(snapshot);
  const isShown = headline.kind !== 'waiting' && !outcome;
  return (
    <>
      <div role="status">
        {isShown && <h2 className={`headline ${toneOf(headline)}`}>{headlineWords(headline)}</h2>}
      </div>
      <WorkBar work={snapshot.work} />
    </>
  );
}
