import { t } from '../../lib/browser/i18n.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import type { Session } from '../../lib/session/session.ts';
import { shownText } from '../../lib/words/shown-text.ts';
import { GuardedButton } from './guarded-button.tsx';

interface Props {
  readonly rows: readonly FileRow[];
  readonly session: Session;
}

/** The page takes no files from a script: the person saves each of these and chooses it by hand. */
export function PreparedFiles({ rows, session }: Props) {
  return (
    <ul className="prepared-files">
      {rows.map(({ id, plan }) =>
        plan?.kind === 'can go' ? (
          <li key={id}>
            <span className="name">{shownText(plan.name)}</span>
            <GuardedButton
              className="button"
              label={t('save_prepared_named', plan.name)}
              onClick={() => void session.save(id)}
            >
              {t('save_prepared')}
            </GuardedButton>
          </li>
        ) : null,
      )}
    </ul>
  );
}
