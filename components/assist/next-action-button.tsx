import { t } from '../../lib/browser/i18n.ts';
import { nextAction } from '../../lib/session/next-action.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import { tCount } from '../ui/count-words.ts';

interface Props {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
}

/** The one thing to do next: under the summary, and in the bar of a collapsed panel. */
export function NextActionButton({ session, snapshot }: Props) {
  switch (nextAction(snapshot)) {
    case 'attach':
      return <Primary words={attachWords(snapshot)} onClick={() => session.attach()} />;
    case 'try again':
      return <Primary words={t('page_issue_retry')} onClick={() => session.retry()} />;
    case 'go to submit':
      // The person clicks the page's button themselves; this one only takes them there.
      return <Primary words={t('go_to_submit')} onClick={() => session.goToControl('submit')} />;
    default:
      return null;
  }
}

function Primary({ words, onClick }: { readonly words: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="button primary" onClick={onClick}>
      {words}
    </button>
  );
}

function attachWords({ canGo, needsFix, held, part }: SessionSnapshot): string {
  if (part) return t('attach_fix_part', { count: part.number }, { count: part.of });
  if (needsFix) return tCount('attach_fix', canGo);
  return tCount(held > 0 ? 'attach_good' : 'attach_all', canGo);
}
