import { t } from '../../lib/browser/i18n.ts';
import { FILE_TYPES } from '../../lib/calpads/file-types.ts';
import type { CountsPlan } from '../../lib/ledger/receive-counts.ts';
import type { ReceiptReading } from '../../lib/receipts/read-receipts.ts';
import type { ReceiptChange } from '../../lib/receipts/receipt-diff.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { shownText } from '../../lib/words/shown-text.ts';
import { YearsTable } from '../ui/years-table.tsx';

/** What a reply changes for one organization that it names. */
export interface OrganizationPlan {
  readonly name: string;
  readonly reply: string;
  readonly plan: CountsPlan;
}

interface Props {
  readonly reading: Extract<ReceiptReading, { kind: 'read' }>;
  readonly organizations: readonly Organization[];
  readonly current: string;
  readonly mine: ReadonlyMap<string, string>;
  readonly plans: readonly OrganizationPlan[];
  readonly onMine: (name: string, id: string) => void;
  readonly onApply: () => void;
}

/** What the reply changes, organization by organization, before anything is changed. */
export function CountsPreview(props: Props) {
  const { reading, organizations, current, mine, plans, onMine, onApply } = props;
  const names = [...new Set(reading.rows.map(({ organization }) => organization))];
  const count = plans.reduce((sum, { plan }) => sum + plan.events.length, 0);
  const choices =
    organizations.length > 0
      ? organizations.map(({ id, name }) => ({ id, name }))
      : [{ id: current, name: t('paste_my_checklist') }];
  return (
    <section className="counts-preview">
      <h3>{t('paste_preview')}</h3>
      {reading.ignoredColumns.length > 0 && (
        <p className="soft">{t('paste_ignored', { list: reading.ignoredColumns })}</p>
      )}
      {names.map((name) => {
        const plan = plans.find((one) => one.name === name)?.plan;
        return (
          <div key={name}>
            <label>
              {name ? t('paste_belongs_to', name) : t('paste_no_name')}{' '}
              <select
                value={mine.get(name) ?? ''}
                onChange={({ target }) => onMine(name, target.value)}
              >
                <option value="">{t('paste_leave_out')}</option>
                {choices.map(({ id, name: label }) => (
                  <option key={id} value={id}>
                    {shownText(label)}
                  </option>
                ))}
              </select>
            </label>
            {plan && <ChangesTable changes={plan.changes} />}
            {plan && plan.notListed.length > 0 && (
              <p>{t('paste_not_listed', { list: plan.notListed })}</p>
            )}
          </div>
        );
      })}
      <p>
        <button type="button" className="button primary" disabled={count === 0} onClick={onApply}>
          {t('paste_apply', { count })}
        </button>
      </p>
    </section>
  );
}

/** The reply as it was read: years down, types across, easy to compare with the mail. */
function ChangesTable({ changes }: { readonly changes: readonly ReceiptChange[] }) {
  const isAllSame = changes.every(({ change }) => change === 'same');
  const years = [...new Set(changes.map(({ schoolYear }) => schoolYear))];
  const cells = years.flatMap((schoolYear) =>
    FILE_TYPES.map((fileType) => ({
      fileType,
      schoolYear,
      change: changes.find((one) => one.fileType === fileType && one.schoolYear === schoolYear),
    })),
  );
  return (
    <>
      {isAllSame && <p>{t('paste_same')}</p>}
      <YearsTable caption={t('paste_preview')} years={years} cells={cells}>
        {({ fileType, change }) => (
          <td key={fileType} className={change?.change === 'changed' ? 'changed' : undefined}>
            {change ? countWords(change) : '–'}
          </td>
        )}
      </YearsTable>
    </>
  );
}

function countWords({ before, after, change }: ReceiptChange): string {
  return change === 'changed' && before !== undefined
    ? t('paste_changed', { count: before }, { count: after })
    : t('paste_rows', { count: after });
}
