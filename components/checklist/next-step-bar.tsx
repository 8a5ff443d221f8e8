import { say, t } from '../../lib/browser/i18n.ts';
import type { NextStep } from '../../lib/ledger/next-step.ts';
import type { MessageKey, Words } from '../../lib/words/words.ts';
import type { PopupLinks, PopupPlace } from './popup-place.ts';

interface Props {
  readonly next: NextStep;
  readonly open: PopupLinks;
  readonly go: (place: PopupPlace) => void;
}

/** The one thing to do next, with the button that starts it. */
export function NextStepBar({ next, open, go }: Props) {
  const action = actionOf(next, open, go);
  return (
    <section className="next-step" aria-label={t('next_label')}>
      <p>{say(wordsOf(next))}</p>
      {action && (
        <button type="button" className="button primary" onClick={action.run}>
          {t(action.words)}
        </button>
      )}
    </section>
  );
}

function wordsOf(next: NextStep): Words {
  switch (next.kind) {
    case 'set up':
      return ['next_set_up'];
    case 'choose rounds':
      return ['next_choose_rounds'];
    case 'say whether sent':
      return ['next_say_whether_sent', next.fileType, next.schoolYear];
    case 'look at problem':
      return ['next_look_at_problem', next.fileType, next.schoolYear];
    case 'finish submission':
      return ['next_finish_submission', { count: next.files }];
    case 'send part': {
      const { part, of, fileType, schoolYear } = next;
      const words = next.isFile ? 'next_send_part_file' : 'next_send_part';
      return [words, { count: part }, { count: of }, fileType, schoolYear];
    }
    case 'follow up districts':
      return next.open > 0
        ? ['next_follow_up_districts', { count: next.open }]
        : ['next_list_districts'];
    case 'send':
      return next.more > 0
        ? ['next_send', next.fileType, next.schoolYear, { count: next.more }]
        : ['next_send_last', next.fileType, next.schoolYear];
    case 'no e-mail yet':
      return ['next_no_email', { count: next.files }, { count: next.days }];
    case 'ask for counts':
      return ['next_ask_for_counts'];
    case 'paste reply':
      return ['next_paste_reply'];
    case 'done':
      return ['next_done'];
  }
}

function actionOf(
  next: NextStep,
  open: PopupLinks,
  go: (place: PopupPlace) => void,
): { readonly words: MessageKey; readonly run: () => void } | undefined {
  switch (next.kind) {
    case 'set up':
    case 'choose rounds':
      return { words: 'checklist_setup', run: open.setup };
    case 'follow up districts':
      return { words: 'checklist_setup', run: open.districts };
    case 'say whether sent':
    case 'look at problem': {
      const { fileType, schoolYear } = next;
      return { words: 'next_open_cell', run: () => go({ kind: 'cell', fileType, schoolYear }) };
    }
    case 'finish submission':
    case 'send part':
    case 'send':
      return { words: 'popup_open_page', run: open.uploadPage };
    case 'no e-mail yet':
    case 'ask for counts':
      return { words: 'checklist_ask', run: () => go({ kind: 'ask' }) };
    case 'paste reply':
      return { words: 'checklist_paste', run: () => go({ kind: 'paste' }) };
    case 'done':
      return undefined;
  }
}
