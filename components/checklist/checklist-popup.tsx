import './checklist-popup.css';
import { useEffect, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Checklist } from '../../lib/messaging/checklist.ts';
import { ChecklistTable } from './checklist-table.tsx';
import { HelpDesk } from './help-desk.tsx';

interface Props {
  readonly read: () => Promise<Checklist>;
  readonly openUploadPage: () => Promise<void>;
  readonly openCheckFiles: () => Promise<void>;
}

/** Which years and file types are done, at a glance. */
export function ChecklistPopup({ read, openUploadPage, openCheckFiles }: Props) {
  const [checklist, setChecklist] = useState<Checklist | 'unreadable'>();
  useEffect(() => {
    read().then(setChecklist, () => setChecklist('unreadable'));
  }, [read]);
  if (!checklist) return null;
  return (
    <main className="popup">
      <header className="popup-header">
        <h1>{t('popup_title')}</h1>
        {checklist !== 'unreadable' && <p>{totals(checklist)}</p>}
        <button type="button" className="button" onClick={() => void openCheckFiles()}>
          {t('check_files')}
        </button>
        <button type="button" className="button primary" onClick={() => void openUploadPage()}>
          {t('popup_open_page')}
        </button>
      </header>
      {checklist === 'unreadable' ? (
        <p role="alert">{t('popup_unreadable')}</p>
      ) : (
        <ChecklistTable checklist={checklist} />
      )}
      <HelpDesk />
    </main>
  );
}

function totals({ cells }: Checklist): string {
  const sent = cells.filter(({ status }) => status === 'sent').length;
  return t('popup_totals', { count: sent }, { count: cells.length });
}
