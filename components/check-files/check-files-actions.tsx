import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import { tCount } from '../ui/count-words.ts';

interface Props {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
}

/** Saves what was fixed, and goes back. It stands above the list, which may be long. */
export function CheckFilesActions({ session, snapshot }: Props) {
  const { phase, canGo, needsFix, held, undo, rows } = snapshot;
  const isStoppable =
    phase === 'preparing' || rows.some(({ progress }) => progress?.work === 'by_year');
  const [saved, setSaved] = useState(0);
  const isReview = phase === 'review';
  const isSavable = isReview && needsFix;
  const isAllRight = isReview && canGo > 0 && !needsFix && held === 0;
  const save = async () => {
    setSaved(0);
    setSaved(await session.saveAll());
  };
  return (
    <div className="check-files-actions">
      {isSavable && (
        <button type="button" className="button primary" onClick={() => void save()}>
          {t('check_files_save')}
        </button>
      )}
      {undo && isReview && (
        <button type="button" className="button" onClick={() => session.undo()}>
          {t('undo')}
        </button>
      )}
      <button type="button" className="button" onClick={() => session.cancel()}>
        {t(isStoppable ? 'cancel' : 'check_files_remove_all')}
      </button>
      <p role="status">
        {phase === 'preparing' && t('check_files_saving')}
        {isReview && saved > 0 && tCount('check_files_saved', saved)}
        {isAllRight && t('check_files_nothing_to_fix')}
      </p>
      <p className="note soft">
        {isSavable && t('check_files_save_note')} {t('disk_unchanged')}
      </p>
    </div>
  );
}
