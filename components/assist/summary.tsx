import { headlineOf, toneOf } from '../../lib/session/headline.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import { headlineWords } from './headline-words.ts';
import { WorkBar } from './work-bar.tsx';

/** How all files stand, spoken whenever it changes, and one bar for all work on them. */
export function Summary({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const headline = headlineOf(snapshot);
  return (
    <>
      <div role="status">
        {headline.kind !== 'waiting' && (
          <h2 className={`headline ${toneOf(headline)}`}>{headlineWords(headline)}</h2>
        )}
      </div>
      <WorkBar work={snapshot.work} />
    </>
  );
}
