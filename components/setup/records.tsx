import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { ask } from '../../lib/browser/messages.ts';
import { saveFile } from '../../lib/browser/save-file.ts';
import { writeBackup } from '../../lib/ledger/backup.ts';
import { checklistOf } from '../../lib/ledger/checklist.ts';
import { checklistCsv } from '../../lib/ledger/csv.ts';
import { isoDay } from '../../lib/ledger/next-step.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { ImportBackup } from './import-backup.tsx';

interface Props {
  readonly view: LedgerView;
  readonly organization: Organization | undefined;
}

/** Saves and brings back the records: backup, spreadsheet, paper. */
export function Records({ view, organization }: Props) {
  const [outcome, setOutcome] = useState<{ readonly name?: string }>();
  const save = async (prepare: () => Promise<Blob>, name: string) => {
    setOutcome(undefined);
    const isSaved = await prepare()
      .then((file) => saveFile(file, name))
      .then(
        () => true,
        () => false,
      );
    setOutcome(isSaved ? { name } : {});
  };
  const exportBackup = () => {
    const now = new Date();
    const prepare = async () => {
      const text = writeBackup(await ask('read everything', {}), now.toISOString());
      return new Blob([text], { type: 'application/json' });
    };
    return save(prepare, `upload-assistant-backup-${isoDay(now.getTime())}.json`);
  };
  const exportCsv = () => {
    const csv = checklistCsv(organization, checklistOf(organization, view.events));
    // With the mark at its start, spreadsheets read names as UTF-8.
    const file = new Blob(['\uFEFF', csv], { type: 'text/csv' });
    return save(async () => file, `upload-checklist-${isoDay(Date.now())}.csv`);
  };
  return (
    <>
      <p>{t('setup_records_intro')}</p>
      <dl className="actions">
        <dt>
          <button type="button" className="button" onClick={() => void exportBackup()}>
            {t('setup_export')}
          </button>
        </dt>
        <dd>{t('setup_export_note')}</dd>
        <dt>
          <button type="button" className="button" onClick={() => void exportCsv()}>
            {t('setup_csv')}
          </button>
        </dt>
        <dd>{t('setup_csv_note')}</dd>
        {organization && (
          <>
            <dt>
              <button type="button" className="button" onClick={() => window.print()}>
                {t('setup_print')}
              </button>
            </dt>
            <dd>{t('setup_print_note')}</dd>
          </>
        )}
      </dl>
      <p role="status">
        {outcome?.name && t('setup_file_saved', outcome.name)}
        {outcome && !outcome.name && t('setup_file_not_saved')}
      </p>
      <ImportBackup />
    </>
  );
}
