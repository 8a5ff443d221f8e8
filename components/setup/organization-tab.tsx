import { t } from '../../lib/browser/i18n.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import { FirstQuestions } from './first-questions.tsx';
import { OrganizationForm } from './organization-form.tsx';
import type { UpdateOrganization } from './use-saved-organization.ts';

interface Props {
  readonly view: LedgerView;
  /** Absent until its first answers are saved. */
  readonly organization: Organization | undefined;
  /** What a new organization starts from. */
  readonly blank: Organization;
  readonly thisYear: number;
  readonly refusal: MessageKey | undefined;
  readonly onSave: UpdateOrganization;
  readonly onAdd: () => void;
  /** Only while another organization is added. */
  readonly onCancelAdding: (() => void) | undefined;
  readonly onRemove: (organization: Organization) => void;
}

/** Who reports what: questions at first, then one form. */
export function OrganizationTab(props: Props) {
  const { view, organization, blank, thisYear, refusal, onSave, onAdd, onRemove } = props;
  const others = view.organizations.filter(({ id }) => id !== blank.id);
  const common = { others, seenLea: view.seenLea, thisYear, onSave };
  return (
    <>
      {organization ? (
        <OrganizationForm key={blank.id} organization={organization} {...common} />
      ) : (
        <FirstQuestions key={blank.id} blank={blank} onCancel={props.onCancelAdding} {...common} />
      )}
      {refusal && <p role="alert">{t(refusal)}</p>}
      {organization && (
        <p className="buttons more-organizations">
          <button type="button" className="button" onClick={onAdd}>
            {t('setup_organization_add')}
          </button>
          <button type="button" className="button" onClick={() => onRemove(organization)}>
            {t('setup_organization_remove', organization.name)}
          </button>
        </p>
      )}
    </>
  );
}
