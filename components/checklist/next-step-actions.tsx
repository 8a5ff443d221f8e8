import { say, t } from '../../lib/browser/i18n.ts';
import type { NextStep } from '../../lib/ledger/next-step.ts';
import type { NextAction } from '../../lib/ledger/next-step-words.ts';
import { nextAction, nextStepWords } from '../../lib/ledger/next-step-words.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import type { PopupLinks, PopupPlace } from './popup-place.ts';

type Action = NextAction | 'check files';

interface ActionWords {
  readonly action: Action;
  readonly words: MessageKey;
}

/** Always there. */
const ACTIONS: readonly ActionWords[] = [
  { action: 'upload page', words: 'popup_open_page' },
  { action: 'check files', words: 'check_files' },
  { action: 'ask', words: 'checklist_ask' },
  { action: 'paste', words: 'checklist_paste' },
];
/** Only there as the next step, beside its words. */
const NEXT_ONLY: readonly ActionWords[] = [
  { action: 'set up', words: 'checklist_setup' },
  { action: 'districts', words: 'checklist_setup' },
  { action: 'open cell', words: 'next_open_cell' },
];

interface Props {
  readonly next: NextStep;
  readonly open: PopupLinks;
  readonly go: (place: PopupPlace) => void;
}

/** The one thing to do next, and all that can be done here. The button of the next step stands out. */
export function NextStepActions({ next, open, go }: Props) {
  const primary = nextAction(next);
  const openCell = () => {
    if (!('fileType' in next)) return;
    const { fileType, schoolYear } = next;
    go({ kind: 'cell', fileType, schoolYear });
  };
  const runs: Readonly<Record<Action, () => void>> = {
    'set up': open.setup,
    districts: open.districts,
    'open cell': openCell,
    'upload page': open.uploadPage,
    'check files': open.checkFiles,
    ask: () => go({ kind: 'ask' }),
    paste: () => go({ kind: 'paste' }),
  };
  const button = ({ action, words }: ActionWords) => (
    <button
      key={action}
      type="button"
      className={action === primary ? 'button primary' : 'button'}
      onClick={runs[action]}
    >
      {t(words)}
    </button>
  );
  return (
    <section className="next-step" aria-label={t('next_label')}>
      <div className="next-step-line">
        <p>{say(nextStepWords(next))}</p>
        {NEXT_ONLY.filter(({ action }) => action === primary).map(button)}
      </div>
      <div className="buttons">{ACTIONS.map(button)}</div>
    </section>
  );
}
