import { memo } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import { shownFindings } from '../../lib/session/row-findings.ts';
import type { Session } from '../../lib/session/session.ts';
import type { Phase } from '../../lib/session/snapshot.ts';
import { shownText } from '../../lib/words/shown-text.ts';
import { ByYearOffer } from './by-year.tsx';
import { Disclosure } from './disclosure.tsx';
import { FindingList } from './finding-list.tsx';
import { SayParts, WhichPartChoice } from './parts-choice.tsx';
import { RemoveButton } from './remove-button.tsx';
import { factsOf } from './row-facts.ts';
import { SchoolYearChoice } from './school-year-choice.tsx';

interface Props {
  readonly row: FileRow;
  readonly session: Session;
  readonly phase: Phase;
  /** There is a page on which another file can be chosen. */
  readonly canChoose: boolean;
}

/**
 * One file that cannot go: the one cause, and what the person can do. It is drawn again only if
 * something happened to its file.
 */
export const HeldRow = memo(function HeldRow({ row, session, phase, canChoose }: Props) {
  const { id, name, plan } = row;
  const { cause, others } = shownFindings(row);
  const isBeingFixed = phase === 'checking' || phase === 'review';
  // Once the others are on the page, any answer comes with another choice.
  const isToChooseAgain = plan?.kind === 'held' || !isBeingFixed;
  return (
    <li className="held-row" id={`file-${id}`} tabIndex={-1}>
      <p className="now">{shownText(name)}</p>
      {cause && <FindingList findings={[cause]} />}
      {row.fileType && <p className="soft">{factsOf(row)}</p>}
      {isBeingFixed && row.yearOffer && (
        <ByYearOffer id={id} name={name} account={row.yearOffer} session={session} />
      )}
      {isBeingFixed && plan?.kind === 'asks school year' && (
        <SchoolYearChoice row={row} session={session} />
      )}
      {isBeingFixed && plan?.kind === 'asks which part' && (
        <WhichPartChoice id={id} plan={plan} session={session} />
      )}
      {others.length > 0 && (
        <Disclosure
          className="more-findings"
          summary={t('more_findings', { count: others.length })}
          isOpenAtFirst={false}
        >
          {() => <FindingList findings={others} />}
        </Disclosure>
      )}
      <p className="row-actions">
        {isBeingFixed && plan?.kind === 'asks parts' && <SayParts plan={plan} session={session} />}
        {canChoose && isToChooseAgain && (
          <button
            type="button"
            className="button"
            aria-label={t('choose_corrected_named', name)}
            onClick={() => session.goToControl('files')}
          >
            {t('choose_corrected')}
          </button>
        )}
        {(isBeingFixed || phase === 'refused') && <RemoveButton row={row} session={session} />}
      </p>
    </li>
  );
});
