import { memo } from 'react';
import { say, t } from '../../lib/browser/i18n.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import { shownFindings } from '../../lib/session/row-findings.ts';
import type { Session } from '../../lib/session/session.ts';
import type { Phase } from '../../lib/session/snapshot.ts';
import { shownText } from '../../lib/words/shown-text.ts';
import type { Words } from '../../lib/words/words.ts';
import { tCount } from '../ui/count-words.ts';
import { timeLeft } from '../ui/time-left.ts';
import { useDelayed } from '../ui/use-delayed.ts';
import { ByYearOffer } from './by-year.tsx';
import { Disclosure } from './disclosure.tsx';
import { FindingList } from './finding-list.tsx';
import { GuardedButton } from './guarded-button.tsx';
import { PackingChoice, Parts } from './parts.tsx';
import { PartWordsChoice } from './parts-choice.tsx';
import { RemoveButton } from './remove-button.tsx';
import { RepairChoice } from './repair-choice.tsx';
import { factsOf } from './row-facts.ts';

interface RowProps {
  readonly row: FileRow;
  readonly session: Session;
  readonly phase: Phase;
}

/**
 * One file in one line: its names now and as sent, and its rows. Opened, it shows all the rest. There
 * may be hundreds, so it is drawn again only if something happened to its file.
 */
export const FileRowItem = memo(function FileRowItem({
  isOpenAtFirst,
  ...props
}: RowProps & { readonly isOpenAtFirst: boolean }) {
  return (
    <li id={`file-${props.row.id}`} tabIndex={-1}>
      <Disclosure
        className="file-row"
        summary={<RowLine row={props.row} />}
        isOpenAtFirst={isOpenAtFirst}
      >
        {() => <RowDetails {...props} />}
      </Disclosure>
    </li>
  );
});

function RowLine({ row: { name, plan, rows } }: Pick<RowProps, 'row'>) {
  const newName = plan?.kind === 'can go' && plan.name !== name ? plan.name : undefined;
  return (
    <span className="row-line">
      <span className="name" title={name}>
        {shownText(name)}
      </span>
      {newName && (
        <span className="as-sent">
          <span className="visually-hidden">{t('sent_as')} </span>
          {shownText(newName)}
        </span>
      )}
      {rows !== undefined && <span className="soft">{tCount('rows', rows)}</span>}
    </span>
  );
}

function RowDetails({ row, session, phase }: RowProps) {
  const { id, name, plan, progress } = row;
  const isRenamed = plan?.kind === 'can go' && plan.name !== name;
  const isBeingFixed = phase === 'checking' || phase === 'review';
  return (
    <div className="row-details">
      {isRenamed && <p className="now">{shownText(name)}</p>}
      <p className="soft">{factsOf(row)}</p>
      {row.onPage && <p className={`on-page ${row.onPage}`}>{t(`on_page_${row.onPage}`)}</p>}
      {isBeingFixed && (
        <>
          {row.yearOffer && (
            <ByYearOffer id={id} name={name} account={row.yearOffer} session={session} />
          )}
          <Changes changes={row.changes} />
          <FindingList findings={shownFindings(row).others} />
        </>
      )}
      <Progress name={name} progress={progress} />
      {row.parts && <Parts parts={row.parts} />}
      <p className="row-actions">
        {isBeingFixed && <Choices row={row} session={session} />}
        {(isBeingFixed || phase === 'refused') && <RemoveButton row={row} session={session} />}
        {plan?.kind === 'can go' && isSavable(phase) && (
          <GuardedButton
            className="button link"
            label={t('save_prepared_named', plan.name)}
            onClick={() => void session.save(id)}
          >
            {t('save_prepared')}
          </GuardedButton>
        )}
      </p>
    </div>
  );
}

/** Refused files have their buttons at the top. */
function isSavable(phase: Phase): boolean {
  return phase === 'attached' || phase === 'review';
}

/** How it goes, where the person may prefer another way. */
function Choices({ row, session }: Pick<RowProps, 'row' | 'session'>) {
  return (
    <>
      {row.packing && <PackingChoice row={row} session={session} />}
      {row.repair && <RepairChoice row={row} session={session} />}
      {row.partWords && <PartWordsChoice partWords={row.partWords} session={session} />}
    </>
  );
}

/** What the click will change in the copy, before → after. */
function Changes({ changes }: { readonly changes: readonly Words[] }) {
  if (changes.length === 0) return null;
  return (
    <ul className="changes-ahead">
      {changes.map((words) => (
        <li key={words[0]}>{say(words)}</li>
      ))}
    </ul>
  );
}

/** In words: the one bar above the list shows how far all work is. */
function Progress({ name, progress }: { name: string; progress: FileRow['progress'] }) {
  const isShown = useDelayed(progress !== undefined);
  if (!isShown || !progress) return null;
  const { work, secondsLeft } = progress;
  const words = [
    t(`progress_${work}`, name),
    secondsLeft !== undefined && timeLeft(secondsLeft),
  ].filter(Boolean);
  return <p className="soft">{words.join(' · ')}</p>;
}
