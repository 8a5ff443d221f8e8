import './check-files-tab.css';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { inOrderOfPlaces } from '../../lib/session/row-place.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import { ByYearReports } from '../assist/by-year.tsx';
import { FileGroups } from '../assist/file-groups.tsx';
import { Summary } from '../assist/summary.tsx';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { CheckFilesActions } from './check-files-actions.tsx';
import { DropZone } from './drop-zone.tsx';
import { FileTable } from './file-table.tsx';
import { showFile } from './show-file.ts';
import { useDroppedFiles } from './use-dropped-files.ts';
import { useRequiredYears } from './use-required-years.ts';

/** These can go wrong without a page. */
const TROUBLE_WORDS: Partial<Record<NonNullable<SessionSnapshot['trouble']>, MessageKey>> = {
  'zip not made': 'trouble_zip_save',
  'not cut': 'trouble_by_year_save',
  'file gone': 'trouble_file_gone_save',
  'file changed': 'trouble_file_changed_save',
};

interface Props {
  readonly session: Session;
}

/** The panel without an upload page. Files are chosen, checked and saved here, and none is sent. */
export function CheckFilesTab({ session }: Props) {
  useFocusKept();
  const requiredYears = useRequiredYears();
  const snapshot = useSnapshot(session);
  const [isDropUnreadable, setIsDropUnreadable] = useState(false);
  const hold = useCallback(
    (files: readonly File[]) => {
      setIsDropUnreadable(false);
      if (files.length === 0) return;
      session.choose(files);
    },
    [session],
  );
  const isOver = useDroppedFiles(
    hold,
    useCallback(() => setIsDropUnreadable(true), []),
  );
  const trouble = snapshot.trouble && TROUBLE_WORDS[snapshot.trouble];
  const hasFiles = snapshot.phase !== 'waiting';
  return (
    <main className="check-files">
      <header>
        <h1>{t('check_files')}</h1>
        <p>{t('check_files_intro')}</p>
      </header>
      <DropZone isOver={isOver} size={hasFiles ? 'small' : 'large'} onFiles={hold} />
      {isDropUnreadable && <p role="alert">{t('check_files_unreadable')}</p>}
      {hasFiles && (
        <>
          <Summary snapshot={snapshot} />
          {trouble && <p role="alert">{t(trouble)}</p>}
          <CheckFilesActions session={session} snapshot={snapshot} />
          <ByYearReports cuts={snapshot.cuts} />
          <FileTable rows={snapshot.rows} requiredYears={requiredYears} onShow={showFile} />
          <FileGroups session={session} snapshot={snapshot} />
        </>
      )}
    </main>
  );
}

/** The files in the order of the table, not of their arrival. */
function useSnapshot({ subscribe, getSnapshot }: Session): SessionSnapshot {
  const snapshot = useSyncExternalStore(subscribe, getSnapshot);
  return useMemo(() => ({ ...snapshot, rows: inOrderOfPlaces(snapshot.rows) }), [snapshot]);
}
