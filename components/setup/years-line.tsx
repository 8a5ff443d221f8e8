import { t } from '../../lib/browser/i18n.ts';
import { cycleOf } from '../../lib/requirements/reporting-cycle.ts';
import { tCount } from '../ui/count-words.ts';
import { noonOf } from './noon.ts';
import type { OrganizationDraft } from './organization-draft.ts';
import { yearsOf } from './organization-draft.ts';

/** The school years that follow from the answers so far. */
export function YearsLine({ draft }: { readonly draft: OrganizationDraft }) {
  const years = yearsOf(draft);
  const files = years.length * draft.fileTypes.length;
  const { deadline, standing } = cycleOf(draft.cycle);
  return (
    <div className="years-line" role="status">
      {years.length === 0 ? (
        <p>{t('setup_years_none')}</p>
      ) : (
        <p>
          <strong>{t('setup_years', years.join(', '), tCount('summary_files', files))}</strong>
        </p>
      )}
      <p className="soft">
        {t('setup_due', { day: noonOf(draft.deadline || deadline) })}
        {standing === 'projected' && ` · ${t('checklist_projected')}`}
      </p>
    </div>
  );
}
