import { say, t } from '../../lib/browser/i18n.ts';
import type { Finding } from '../../lib/rules/rule.ts';
import { isFixable } from '../../lib/rules/rule.ts';
import { wordsOfRule } from '../../lib/rules/rule-words.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import type { Session } from '../../lib/session/session.ts';
import type { Phase } from '../../lib/session/snapshot.ts';
import { shownText } from '../../lib/words/shown-text.ts';
import type { Words } from '../../lib/words/words.ts';
import { tCount } from '../ui/count-words.ts';
import { timeLeft } from '../ui/time-left.ts';
import { useDelayed } from '../ui/use-delayed.ts';
import { ByYearOffer } from './by-year.tsx';
import { GuardedButton } from './guarded-button.tsx';
import { PackingChoice, Parts } from './parts.tsx';
import { PartWordsChoice, SayParts, WhichPartChoice } from './parts-choice.tsx';
import { RepairChoice } from './repair-choice.tsx';
import { SchoolYearChoice } from './school-year-choice.tsx';

interface Props {
  readonly row: FileRow;
  readonly session: Session;
  readonly phase: Phase;
}

/** One chosen file: its names now and as sent, its content, its problems, and what can be done. */
export function FileRowItem({ row, session, phase }: Props) {
  const { id, name, plan, findings, progress } = row;
  const isBeingFixed = phase === 'checking' || phase === 'review';
  const isEditable = isBeingFixed || phase === 'refused';
  const canGo = plan?.kind === 'can go';
  const isSavable = phase === 'attached' || phase === 'refused' || phase === 'review';
  return (
    <li className="file-row" id={`file-${id}`} tabIndex={-1}>
      <p className="now">{shownText(name)}</p>
      {canGo && plan.name !== name && (
        <p className="as-sent">
          <span className="soft">{t('sent_as')} </span>
          {shownText(plan.name)}
        </p>
      )}
      <p className="soft">{facts(row)}</p>
      {row.onPage && <p className={`on-page ${row.onPage}`}>{t(`on_page_${row.onPage}`)}</p>}
      {isBeingFixed && row.yearOffer && (
        <ByYearOffer id={id} name={name} account={row.yearOffer} session={session} />
      )}
      {isBeingFixed && <Changes changes={row.changes} />}
      {(!canGo || isBeingFixed) && <Findings findings={findings} />}
      {plan?.kind === 'asks school year' && <SchoolYearChoice row={row} session={session} />}
      {plan?.kind === 'asks which part' && (
        <WhichPartChoice id={id} plan={plan} session={session} />
      )}
      <Progress name={name} progress={progress} />
      {row.parts && <Parts parts={row.parts} />}
      <p className="row-actions">
        {isBeingFixed && row.packing && <PackingChoice row={row} session={session} />}
        {isBeingFixed && row.repair && <RepairChoice row={row} session={session} />}
        {isBeingFixed && plan?.kind === 'asks parts' && <SayParts plan={plan} session={session} />}
        {isBeingFixed && row.partWords && (
          <PartWordsChoice partWords={row.partWords} session={session} />
        )}
        {isEditable && (
          <button
            type="button"
            className="button link"
            aria-label={t('remove_named', name)}
            onClick={() => session.remove(id)}
          >
            {t('remove')}
          </button>
        )}
        {canGo && isSavable && (
          <GuardedButton
            className="button link"
            label={t('save_prepared_named', plan.name)}
            onClick={() => void session.save(id)}
          >
            {t('save_prepared')}
          </GuardedButton>
        )}
      </p>
    </li>
  );
}

/** `SENR 2022-23 · 9,985 rows · 1.7 MB`, with the years of the records. */
function facts({ fileType, schoolYears, rows, bytes, preparedBytes, plan }: FileRow): string {
  const years = schoolYears.map(([year]) => year);
  const isZipped = plan?.kind === 'can go' && plan.steps.includes('zip');
  const size = preparedBytes
    ? t(isZipped ? 'size_zipped' : 'size_as_sent', { bytes }, { bytes: preparedBytes })
    : t('size', { bytes });
  const parts = [
    fileType && t('row_type', fileType, { list: years }),
    rows && tCount('rows', rows),
    size,
  ];
  return parts.filter(Boolean).join(' · ');
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

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <li key={finding.ruleId} className={isFixable(finding) ? 'fixable' : finding.level}>
          {say(finding.words)}
          {!isFixable(finding) && <WhyLink ruleId={finding.ruleId} />}
        </li>
      ))}
    </ul>
  );
}

/** Opens the rule in the list of all rules. A fix that is one click away needs no reasons. */
function WhyLink({ ruleId }: Pick<Finding, 'ruleId'>) {
  return (
    <>
      {' '}
      <a
        href={`/rules.html#${ruleId}`}
        target="_blank"
        rel="noreferrer"
        aria-label={t('finding_why_named', t(wordsOfRule(ruleId).what))}
      >
        {t('finding_why')}
      </a>
    </>
  );
}

function Progress({ name, progress }: { name: string; progress: FileRow['progress'] }) {
  const isShown = useDelayed(progress !== undefined);
  if (!isShown || !progress) return null;
  const label = t(`progress_${progress.work}`, name);
  const { secondsLeft } = progress;
  return (
    <>
      <progress aria-label={label} max={1} value={progress.done} />
      {secondsLeft !== undefined && <p className="soft">{timeLeft(secondsLeft)}</p>}
    </>
  );
}
