import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import { tCount } from '../ui/count-words.ts';
import { saveReport } from './save-report.ts';

interface Props {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
}

/** Above the list, so they are in sight with many files: save the fixed copies or a report, and go back. */
export function CheckFilesActions({ session, snapshot }: Props) {
  const { phase, canGo, needsFix, held, undo, rows } = snapshot;
  const isStoppable =
    phase === 'preparing' || rows.some(({ progress }) => progress?.work === 'by_year');
  const [saved, setSaved] = useState(0);
  const [isReportSaved, setReportSaved] = useState(false);
  const isReview = phase === 'review';
  const isSavable = isReview && needsFix;
  const isAllRight = isReview && canGo > 0 && !needsFix && held === 0;
  const keepReport = async () => {
    setReportSaved(false);
    await saveReport(snapshot.rows);
    setSaved(0);
    setReportSaved(true);
  };
  const save = async () => {
    setSaved(0);
    setReportSaved(false);
    setSaved(await session.saveAll());
  };
  return (
    <section className="check-files-actions">
      {isSavable && (
        <button type="button" className="button primary" onClick={() => void save()}>
          {t('check_files_save')}
        </button>
      )}
      {isReview && (
        <button type="button" className="button" onClick={() => void keepReport()}>
          {t('check_report_save')}
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
        {isReview && isReportSaved && t('check_report_saved')}
        {isAllRight && !isReportSaved && t('check_files_nothing_to_fix')}
      </p>
      <p className="note soft">
        {isSavable && t('check_files_save_note')} {t('disk_unchanged')}
      </p>
    </section>
  );
}
