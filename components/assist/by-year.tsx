import { say, t } from '../../lib/browser/i18n.ts';
import type { YearAccount } from '../../lib/fixes/year-account.ts';
import { accountWords } from '../../lib/fixes/year-account.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';

interface OfferProps {
  readonly id: string;
  readonly name: string;
  readonly account: YearAccount;
  readonly session: Session;
}

/** A file with several school years can become one file per year. First it says what goes where. */
export function ByYearOffer({ id, name, account, session }: OfferProps) {
  return (
    <section className="by-year">
      <p>{t('by_year_offer')}</p>
      <Account account={account} />
      <button
        type="button"
        className="button"
        aria-label={t('by_year_button_named', name)}
        onClick={() => session.cutByYear(id)}
      >
        {t('by_year_button')}
      </button>
    </section>
  );
}

/** What became of each line of the files that were cut by school year. */
export function ByYearReports({ cuts }: Pick<SessionSnapshot, 'cuts'>) {
  return cuts.map(({ id, name, account }) => (
    <section key={id} className="by-year">
      <p>{t('by_year_report', name)}</p>
      <Account account={account} />
    </section>
  ));
}

function Account({ account }: { readonly account: YearAccount }) {
  return (
    <ul className="changes-ahead">
      {accountWords(account).map((words) => (
        <li key={words[0]}>{say(words)}</li>
      ))}
    </ul>
  );
}
