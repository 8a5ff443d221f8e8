import { useId } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { shownText } from '../../lib/words/shown-text.ts';

interface Props {
  readonly organizations: readonly Organization[];
  readonly current: Organization;
  readonly onChoose: (id: string) => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
}

/** Lets the person choose the organization that this page is about, if there are several. */
export function OrganizationBar({ organizations, current, onChoose, onAdd, onRemove }: Props) {
  const id = useId();
  return (
    <div className="buttons organization-bar">
      {organizations.length > 1 && (
        <>
          <label htmlFor={id}>{t('checklist_organization')}</label>
          <select id={id} value={current.id} onChange={({ target }) => onChoose(target.value)}>
            {organizations.map(({ id: value, name }) => (
              <option key={value} value={value}>
                {shownText(name)}
              </option>
            ))}
          </select>
        </>
      )}
      <button type="button" className="button" onClick={onAdd}>
        {t('setup_organization_add')}
      </button>
      <button type="button" className="button" onClick={onRemove}>
        {t('setup_organization_remove', current.name)}
      </button>
    </div>
  );
}
