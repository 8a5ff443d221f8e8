import { headlineOf } from './headline.ts';
import type { SessionSnapshot } from './snapshot.ts';

/** The one thing that the person does next. */
type NextAction = 'attach' | 'try again' | 'go to submit';

export function nextAction(snapshot: SessionSnapshot): NextAction | undefined {
  const { phase, canGo, page } = snapshot;
  // After a confirmation there is a next part only where the page still has its form.
  const hasNext = phase === 'confirmed' && page.state !== 'off';
  if ((phase === 'review' || hasNext) && canGo > 0) return 'attach';
  const { kind } = headlineOf(snapshot);
  if (kind === 'rejected') return 'try again';
  const hasButton = page.state !== 'off' && !page.missing.includes('submit');
  return kind === 'stands' && hasButton ? 'go to submit' : undefined;
}
