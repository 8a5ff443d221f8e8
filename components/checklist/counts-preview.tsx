import { t } from '../../lib/browser/i18n.ts';
import { isOnlyOne } from '../../lib/ledger/match-reply.ts';
import type { CountsPlan } from '../../lib/ledger/receive-counts.ts';
import { otherCounts } from '../../lib/ledger/receive-counts.ts';
import type { ReceiptChange } from '../../lib/receipts/receipt-diff.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { isSameName } from '../../lib/requirements/same-name.ts';
import { shownText } from '../../lib/words/shown-text.ts';
import { tCount } from '../ui/count-words.ts';
import { StatusIcon } from '../ui/status-icon.tsx';
import { YearsTable } from '../ui/years-table.tsx';
import { ReceiptFindings } from './receipt-findings.tsx';

/** What a reply changes for one organization that it names. */
export interface OrganizationPlan {
  readonly name: string;
  readonly reply: string;
  readonly plan: CountsPlan;
}

interface Props {
  /** Of the organizations in the reply, each once. Empty in a table without a column for them. */
  readonly names: readonly string[];
  readonly ignoredColumns: readonly string[];
  readonly organizations: readonly Organization[];
  readonly current: string;
  readonly mine: ReadonlyMap<string, string>;
  readonly plans: readonly OrganizationPlan[];
  readonly onMine: (name: string, id: string) => void;
  readonly onApply: () => void;
}

/** What the reply changes, organization by organization, before anything is changed. */
export function CountsPreview(props: Props) {
  const { names, ignoredColumns, organizations, mine, plans, onMine, onApply } = props;
  const count = plans.reduce((sum, { plan }) => sum + plan.events.length, 0);
  return (
    <section className="counts-preview">
      <h3>{t('paste_preview')}</h3>
      {ignoredColumns.length > 0 && (
        <p className="soft">{t('paste_ignored', { list: ignoredColumns })}</p>
      )}
      {names.map((name) => {
        const plan = plans.find((one) => one.name === name)?.plan;
        return (
          <div key={name}>
            {isOnlyOne(names, organizations) ? (
              <OnlyOwner name={name} organization={organizations[0]} />
            ) : (
              <OwnerChoice {...props} name={name} own={mine.get(name)} onOwn={onMine} />
            )}
            {plan && <PlanPreview name={name} plan={plan} />}
          </div>
        );
      })}
      {count > 0 ? (
        <p>
          <button type="button" className="button primary" onClick={onApply}>
            {tCount('paste_apply', count)}
          </button>
        </p>
      ) : (
        <p>{t(mine.size === 0 ? 'paste_choose_first' : 'paste_nothing')}</p>
      )}
    </section>
  );
}

interface OnlyOwnerProps {
  readonly name: string;
  readonly organization: Organization | undefined;
}

/** There is one checklist, and the reply has one organization: nobody has to choose. */
function OnlyOwner({ name, organization }: OnlyOwnerProps) {
  if (name === '') return <p>{t('paste_only_unnamed')}</p>;
  const isOther = organization && !isSameName(organization.name, name);
  return isOther ? (
    <p className="finding-bar note">{t('paste_only_other', name, organization.name)}</p>
  ) : (
    <p>{t('paste_only_named', name)}</p>
  );
}

interface OwnerChoiceProps extends Pick<Props, 'names' | 'organizations' | 'current'> {
  readonly name: string;
  readonly own: string | undefined;
  readonly onOwn: (name: string, id: string) => void;
}

function OwnerChoice({ names, organizations, current, name, own, onOwn }: OwnerChoiceProps) {
  const choices =
    organizations.length > 0
      ? organizations.map(({ id, name: label }) => ({ id, label: shownText(label) }))
      : [{ id: current, label: t('paste_my_checklist') }];
  return (
    <label>
      {name ? t('paste_belongs_to', name) : t('paste_no_name')}{' '}
      <select value={own ?? ''} onChange={({ target }) => onOwn(name, target.value)}>
        <option value="">{t(names.length > 1 ? 'paste_leave_out' : 'paste_not_chosen')}</option>
        {choices.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

interface PlanPreviewProps {
  /** Of the organization, as the reply has it. */
  readonly name: string;
  readonly plan: CountsPlan;
}

/** First what someone has to look at, then the numbers. */
function PlanPreview({ name, plan }: PlanPreviewProps) {
  const { after, changes, notListed } = plan;
  const isAllKnown = changes.length > 0 && changes.every(({ change }) => change === 'same');
  const others = otherCounts(after).map(({ fileType, schoolYear, received, sent }) =>
    t('paste_other_count', fileType, schoolYear, { count: received }, { count: sent }),
  );
  return (
    <>
      <ReceiptFindings findings={after.findings} />
      {others.length > 0 && (
        <p role="alert" className="finding-bar">
          {t('paste_other_counts', { list: others })}
        </p>
      )}
      {notListed.length > 0 && (
        <p role="alert" className="finding-bar">
          {t('paste_not_listed', { list: notListed })}
        </p>
      )}
      <ChangesTable name={name} plan={plan} />
      {isAllKnown && <p>{t('paste_same')}</p>}
    </>
  );
}

/** The reply as it was read: years down, types across, easy to compare with the mail. */
function ChangesTable({ name, plan: { changes, after } }: PlanPreviewProps) {
  const label = shownText(name) || t('paste_preview');
  const years = [...new Set(changes.map(({ schoolYear }) => schoolYear))];
  const cells = after.cells.filter(({ schoolYear }) => years.includes(schoolYear));
  if (years.length === 0) return null;
  return (
    // A long number must not run into the next one. Where there is no room, the table scrolls.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard has to scroll it, too
    <section className="wide-table" aria-label={label} tabIndex={0}>
      <YearsTable caption={label} years={years} cells={cells}>
        {({ fileType, schoolYear, status }) => {
          const change = changes.find(
            (one) => one.fileType === fileType && one.schoolYear === schoolYear,
          );
          const isProblem = change !== undefined && status === 'problem';
          const look = isProblem ? 'cell problem' : change?.change;
          return (
            <td key={fileType} className={look}>
              <span className="cell-face">
                {isProblem && <StatusIcon status="problem" />}
                {change ? countWords(change) : '–'}
              </span>
              {isProblem && <span className="visually-hidden"> {t('status_problem')}</span>}
            </td>
          );
        }}
      </YearsTable>
    </section>
  );
}

function countWords({ before, after, change }: ReceiptChange): string {
  return change === 'changed' && before !== undefined
    ? t('paste_changed', { count: before }, { count: after })
    : t('paste_rows', { count: after });
}
