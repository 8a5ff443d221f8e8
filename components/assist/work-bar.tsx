import { t } from '../../lib/browser/i18n.ts';
import type { WorkLeft } from '../../lib/session/work-left.ts';
import { tCount } from '../ui/count-words.ts';
import { timeLeft } from '../ui/time-left.ts';
import { useDelayed } from '../ui/use-delayed.ts';

/** One bar for all work: first the checks, then the copies that are made. */
export function WorkBar({ work }: { readonly work: WorkLeft | undefined }) {
  const isShown = useDelayed(work !== undefined);
  if (!isShown || !work) return null;
  const { kind, files, done, secondsLeft } = work;
  const words = [
    kind === 'make' && tCount('work_make', files),
    secondsLeft !== undefined && timeLeft(secondsLeft),
  ].filter(Boolean);
  return (
    <div className="work-bar">
      <progress aria-label={t('work_label')} max={1} value={done} />
      {words.length > 0 && <p className="soft">{words.join(' · ')}</p>}
    </div>
  );
}
