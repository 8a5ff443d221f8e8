import { t } from '../../lib/browser/i18n.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import type { Session } from '../../lib/session/session.ts';

interface Props {
  readonly row: FileRow;
  readonly session: Session;
}

/** A file with harmless line ends or a byte order mark goes as it is, unless the person prefers. */
export function RepairChoice({ row: { id, repair }, session }: Props) {
  const isOffered = repair === 'offered';
  return (
    <button
      type="button"
      className="button link"
      onClick={() => session.chooseRepair(id, isOffered)}
    >
      {isOffered ? t('repair_offer') : t('repair_undo')}
    </button>
  );
}
