import type { ChangeEvent } from 'react';
import { useId, useState } from 'react';
import { say, t } from '../../lib/browser/i18n.ts';
import { ask } from '../../lib/browser/messages.ts';
import type { ChecklistChange, ImportPreview } from '../../lib/ledger/import-preview.ts';
import { previewImport } from '../../lib/ledger/import-preview.ts';
import type { Words } from '../../lib/words/words.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';
import { useChange } from '../ui/use-change.ts';
import { readBackupFile } from './backup-file.ts';

/** choose → preview → apply → undo. Nothing changes before `Apply`. */
type State =
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly why: Words }
  | { readonly kind: 'preview'; readonly preview: ImportPreview; readonly writtenAt: number }
  | { readonly kind: 'applied'; readonly added: readonly string[] }
  | { readonly kind: 'undone' };

/** Adds a backup's events to those that are here. */
export function ImportBackup() {
  const id = useId();
  const [state, setState] = useState<State>({ kind: 'empty' });
  const { change, refusal } = useChange();
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    target.value = ''; // so that the same file can be chosen again
    if (!file) return;
    const backup = await readBackupFile(file);
    if ('refused' in backup) return setState({ kind: 'refused', why: backup.refused });
    const here = await ask('read everything', {}).catch(() => undefined);
    if (!here) return setState({ kind: 'refused', why: ['popup_unreadable'] });
    const preview = previewImport(here, backup.events);
    setState({ kind: 'preview', preview, writtenAt: backup.writtenAt });
  };
  const apply = async ({ newEvents }: ImportPreview) => {
    await change(async () => {
      const { answer, added } = await ask('import events', { events: newEvents });
      if (answer === 'done') setState({ kind: 'applied', added });
      return answer;
    });
  };
  const undo = async (added: readonly string[]) => {
    if (await change(() => ask('undo import', { events: added }))) setState({ kind: 'undone' });
  };
  return (
    <section className="import">
      <label htmlFor={id}>{t('setup_import')}</label>
      <p id={`${id}-hint`} className="soft">
        {t('setup_import_note')}
      </p>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        aria-describedby={`${id}-hint`}
        onChange={(event) => void read(event)}
      />
      <div role="status">
        {state.kind === 'refused' && <p className="field-error">{say(state.why)}</p>}
        {state.kind === 'preview' && (
          <Preview
            preview={state.preview}
            writtenAt={state.writtenAt}
            onApply={() => void apply(state.preview)}
            onCancel={() => setState({ kind: 'empty' })}
          />
        )}
        {state.kind === 'applied' && (
          <p className="buttons">
            {t('setup_import_done', { count: state.added.length })}
            <button type="button" className="button" onClick={() => void undo(state.added)}>
              {t('undo')}
            </button>
          </p>
        )}
        {state.kind === 'undone' && <p>{t('setup_import_undone')}</p>}
      </div>
      {refusal && <p role="alert">{t(refusal)}</p>}
    </section>
  );
}

interface PreviewProps {
  readonly preview: ImportPreview;
  /** Milliseconds since 1970. */
  readonly writtenAt: number;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

function Preview({ preview, writtenAt, onApply, onCancel }: PreviewProps) {
  const { newEvents, knownEvents, withdrawn, checklists } = preview;
  const { newOrganizations, changedOrganizations, removedOrganizations } = preview;
  return (
    <div className="preview">
      <h3>{t('setup_preview', { day: writtenAt })}</h3>
      <ul className="bullets">
        <li>{t('setup_preview_new', { count: newEvents.length })}</li>
        <li>{t('setup_preview_known', { count: knownEvents })}</li>
        {withdrawn > 0 && <li>{t('setup_preview_withdrawn', { count: withdrawn })}</li>}
        {newOrganizations.length > 0 && (
          <li>{t('setup_preview_organizations', { list: newOrganizations })}</li>
        )}
        {changedOrganizations.length > 0 && (
          <li>{t('setup_preview_changed', { list: changedOrganizations })}</li>
        )}
        {removedOrganizations.length > 0 && (
          <li>{t('setup_preview_removed', { list: removedOrganizations })}</li>
        )}
      </ul>
      {checklists.map((checklist, place) => (
        <StatusChanges key={`${place} ${checklist.name}`} checklist={checklist} />
      ))}
      {newEvents.length === 0 ? (
        <p>{t('setup_preview_nothing')}</p>
      ) : (
        <p className="buttons">
          <button type="button" className="button primary" onClick={onApply}>
            {t('setup_import_apply')}
          </button>
          <button type="button" className="button" onClick={onCancel}>
            {t('cancel')}
          </button>
        </p>
      )}
    </div>
  );
}

/** One organization's files whose status the import would change. */
function StatusChanges({ checklist: { name, cells } }: { readonly checklist: ChecklistChange }) {
  const count = { count: cells.length };
  return (
    <details>
      <summary>
        {name ? t('setup_preview_cells', name, count) : t('setup_preview_cells_unnamed', count)}
      </summary>
      <ul className="bullets">
        {cells.map(({ fileType, schoolYear, before, after }) => (
          <li key={`${schoolYear} ${fileType}`}>
            {t(
              'setup_preview_cell',
              fileType,
              schoolYear,
              t(STATUS_WORDS[before]),
              t(STATUS_WORDS[after]),
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
