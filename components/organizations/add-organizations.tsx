import { t } from '../../lib/browser/i18n.ts';
import { ask } from '../../lib/browser/messages.ts';
import { planOrganizations } from '../../lib/ledger/plan-districts.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { cycleYearOn } from '../../lib/requirements/reporting-cycle.ts';
import { SubPage } from '../checklist/sub-page.tsx';
import { PasteRows } from '../ui/paste-rows.tsx';
import { useChange } from '../ui/use-change.ts';

interface Props {
  readonly organizations: readonly Organization[];
  /** ISO date. */
  readonly today: string;
  readonly onBack: () => void;
}

/** Many organizations at once, from rows of a spreadsheet. */
export function AddOrganizations({ organizations, today, onBack }: Props) {
  const { change, refusal } = useChange();
  const add = (made: readonly Organization[]) =>
    change(() =>
      ask('record', {
        events: made.map((saved) => ({
          kind: 'organization-saved' as const,
          organization: saved.id,
          saved,
        })),
      }),
    );
  const undo = (made: readonly Organization[]) =>
    change(() =>
      ask('record', {
        events: made.map(({ id }) => ({ kind: 'organization-removed' as const, organization: id })),
      }),
    );
  return (
    <SubPage
      heading={t('organizations_add')}
      backTo={t('organizations_title')}
      onBack={onBack}
      refusal={refusal}
    >
      <PasteRows
        label={t('paste_rows_label')}
        hint={t('organizations_add_hint')}
        addWords="organizations_apply"
        addedWords="organizations_added"
        planOf={(text) =>
          planOrganizations(text, organizations, cycleYearOn(today), () => crypto.randomUUID())
        }
        detailOf={detailOf}
        onAdd={add}
        onUndo={undo}
      />
    </SubPage>
  );
}

function detailOf({ reportingLea, rounds }: Organization): string {
  const words = rounds.map((round) => t('setup_round', String(round)));
  return [reportingLea, ...words].filter(Boolean).join(' · ');
}
