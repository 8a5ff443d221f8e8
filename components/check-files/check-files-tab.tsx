import './check-files-tab.css';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import { ByYearReports } from '../assist/by-year.tsx';
import type { ShownFile } from '../assist/file-group.tsx';
import { FileGroups } from '../assist/file-groups.tsx';
import { Summary } from '../assist/summary.tsx';
import { UndoBar } from '../assist/undo-bar.tsx';
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
  const snapshot = useSyncExternalStore(session.subscribe, session.getSnapshot);
  const { shown, show } = useShownFile();
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
      {!hasFiles && <UndoBar session={session} snapshot={snapshot} />}
      {hasFiles && (
        <>
          <Summary snapshot={snapshot} />
          {trouble && <p role="alert">{t(trouble)}</p>}
          <CheckFilesActions session={session} snapshot={snapshot} />
          <ByYearReports cuts={snapshot.cuts} />
          <FileTable rows={snapshot.rows} requiredYears={requiredYears} onShow={show} />
          <FileGroups session={session} snapshot={snapshot} shown={shown} />
        </>
      )}
    </main>
  );
}

/** The file whose cell in the table was clicked last comes into view, with the focus. */
function useShownFile() {
  const [shown, setShown] = useState<ShownFile>();
  useEffect(() => {
    if (shown) showFile(shown);
  }, [shown]);
  const show = useCallback(({ id }: FileRow) => {
    setShown((before) => ({ id, turn: (before?.turn ?? 0) + 1 }));
  }, []);
  return { shown, show };
}
