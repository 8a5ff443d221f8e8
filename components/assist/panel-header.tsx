import { t } from '../../lib/browser/i18n.ts';
import type { PageState } from '../../lib/upload-page/page-state.ts';
import type { MessageKey } from '../../lib/words/words.ts';

const STATE_WORDS: Readonly<Record<PageState, MessageKey>> = {
  on: 'state_on',
  'partly on': 'state_partly_on',
  off: 'state_off',
};
const STATE_CLASS: Readonly<Record<PageState, string>> = {
  on: 'state',
  'partly on': 'state partly',
  off: 'state off',
};

interface Props {
  readonly pageState: PageState;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

export function PanelHeader({ pageState, isOpen, onToggle }: Props) {
  return (
    <header className="panel-header">
      <h1>{t('panel_title')}</h1>
      <span className={STATE_CLASS[pageState]}>{t(STATE_WORDS[pageState])}</span>
      <button
        type="button"
        className="collapse"
        aria-expanded={isOpen}
        aria-label={t(isOpen ? 'collapse' : 'expand')}
        onClick={onToggle}
      >
        <span aria-hidden="true">{isOpen ? '\u25BE' : '\u25B4'}</span>
      </button>
    </header>
  );
}
