import { t } from '../../lib/browser/i18n.ts';
import type { PageState } from '../../lib/upload-page/page-state.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import { AllowAccess } from '../ui/allow-access.tsx';
import { MISSING_WORDS, STATE_CLASS, STATE_WORDS } from '../ui/page-state-words.ts';
import type { PageSight } from '../ui/use-page-sight.ts';
import { usePageSight } from '../ui/use-page-sight.ts';

interface Props {
  readonly isPrivate: boolean;
}

/** The assistant's state on the page in the tab below. The checklist does not wait for it. */
export function PageLine({ isPrivate }: Props) {
  const sight = usePageSight();
  const state = stateOf(sight);
  return (
    <div className="page-line">
      <p role="status">
        {state && <strong className={STATE_CLASS[state]}>{t(STATE_WORDS[state])}</strong>}
        {wordsOf(sight, isPrivate).map((key) => (
          <span key={key}> {t(key)}</span>
        ))}
      </p>
      {sight?.kind === 'no access' && <AllowAccess />}
    </div>
  );
}

function stateOf(sight: PageSight | undefined): PageState | undefined {
  if (!sight || sight.kind === 'not reported') return undefined;
  return sight.kind === 'reported' ? sight.standing.state : 'off';
}

function wordsOf(sight: PageSight | undefined, isPrivate: boolean): readonly MessageKey[] {
  switch (sight?.kind) {
    case undefined:
      return [];
    case 'no access':
      return ['access_missing'];
    case 'another site':
      return ['page_other'];
    case 'not reported':
      return [isPrivate ? 'page_private' : 'page_not_reported'];
    case 'reported': {
      const { state, why, missing } = sight.standing;
      if (state === 'off') return [why === 'page changed' ? 'page_changed' : 'page_other'];
      return missing.map((name) => MISSING_WORDS[name]);
    }
  }
}
