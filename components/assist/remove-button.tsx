import type { MouseEvent } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import type { Session } from '../../lib/session/session.ts';

interface Props {
  readonly row: Pick<FileRow, 'id' | 'name'>;
  readonly session: Session;
}

/** The row goes with its button, so the focus goes to the row beside it first. */
export function RemoveButton({ row: { id, name }, session }: Props) {
  const remove = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const row = currentTarget.closest('li');
    const next = row?.nextElementSibling ?? row?.previousElementSibling;
    next?.querySelector<HTMLElement>('summary, button')?.focus();
    session.remove(id);
  };
  return (
    <button
      type="button"
      className="button link"
      aria-label={t('remove_named', name)}
      onClick={remove}
    >
      {t('remove')}
    </button>
  );
}
