import { t } from '../../lib/browser/i18n.ts';
import { isOnThePage } from '../../lib/session/row-groups.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import type { ControlName } from '../../lib/upload-page/page-state.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import { CopyText } from '../ui/copy-text.tsx';
import { MISSING_WORDS } from '../ui/page-state-words.ts';

interface Props {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
}

const OUTCOME_WORDS: Readonly<
  Record<NonNullable<SessionSnapshot['pointed']>['outcome'], MessageKey>
> = {
  learned: 'pointed_learned',
  'not that kind': 'pointed_other_kind',
  cancelled: 'pointed_cancelled',
};

/** What the assistant did not find on the page: what to do by hand, or how to show it once. */
export function MissingControls({ session, snapshot }: Props) {
  const { page, phase, pointed } = snapshot;
  // Widgets hide their input once they have files; where those are to go is no question any more.
  const isNeeded = (control: ControlName) => control !== 'files' || !isOnThePage(phase);
  const missing = page.state === 'partly on' ? page.missing.filter(isNeeded) : [];
  return (
    <>
      {missing.length > 0 && (
        <ul className="missing-controls">
          {missing.map((control) => (
            <li key={control}>
              <p>{t(MISSING_WORDS[control])}</p>
              {control === 'description' && <DescriptionToCopy snapshot={snapshot} />}
              <ShowWhere control={control} session={session} />
            </li>
          ))}
        </ul>
      )}
      <p role="status">
        {pointed && t(OUTCOME_WORDS[pointed.outcome], t(`control_${pointed.control}`))}
      </p>
    </>
  );
}

function ShowWhere({ control, session }: { control: ControlName; session: Session }) {
  return (
    <button
      type="button"
      className="button"
      aria-label={t('show_where_named', t(`control_${control}`))}
      onClick={() => session.pointAt(control)}
    >
      {t('show_where')}
    </button>
  );
}

function DescriptionToCopy({ snapshot: { description } }: { readonly snapshot: SessionSnapshot }) {
  if (!description) return null;
  return (
    <CopyText
      label={t('description_to_copy')}
      button={t('letter_copy')}
      text={description}
      rows={1}
    />
  );
}
