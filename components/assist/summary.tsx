import { t } from '../../lib/browser/i18n.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import { tCount } from '../ui/count-words.ts';

/** `7 files · 5 ready · 1 to fix · 1 held back`, spoken whenever it changes. */
export function Summary({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const { rows, phase, partsAfter } = snapshot;
  const words = phase === 'checking' ? checkingWords(rows) : resultWords(rows);
  return (
    <p role="status">
      {words}
      {phase !== 'checking' && partsAfter > 0 && ` · ${tCount('parts_after', partsAfter)}`}
    </p>
  );
}

type Rows = SessionSnapshot['rows'];

function checkingWords(rows: Rows): string {
  const checked = rows.filter(({ plan }) => plan).length;
  return t('summary_checking', { count: checked }, { count: rows.length });
}

function resultWords(rows: Rows): string {
  const plans = rows.flatMap(({ plan }) => (plan?.kind === 'can go' ? [plan] : []));
  const going = plans.filter(({ part }) => !part?.isSent);
  const toFix = going.filter(({ steps }) => steps.length > 0).length;
  const counts = [
    { words: 'summary_ready', count: going.length - toFix },
    { words: 'summary_to_fix', count: toFix },
    { words: 'summary_held', count: rows.length - plans.length },
    { words: 'summary_sent_before', count: plans.length - going.length },
  ] as const;
  const parts = counts
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => t(words, { count }));
  return [tCount('summary_files', rows.length), ...parts].join(' · ');
}
