import { t } from '../../lib/browser/i18n.ts';
import type { Outcome } from '../../lib/ledger/outcome.ts';
import { shownText } from '../../lib/words/shown-text.ts';
import { tCount } from '../ui/count-words.ts';

/** The files of a submission, on a page that came after it: the list of the choice is gone. */
export function OutcomeFiles({ outcome: { sent, notSure } }: { readonly outcome: Outcome }) {
  return (
    <>
      {sent.length > 0 && <p>{t('confirmed_next')}</p>}
      <ul className="outcome-files">
        {[...sent, ...notSure].map(({ file }) => (
          <li key={`${file.name} ${file.attachedSha256}`}>
            {shownText(file.name)} <span className="soft">{tCount('rows', file.rows)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
