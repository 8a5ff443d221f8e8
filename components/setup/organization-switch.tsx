import { useId } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { shownText } from '../../lib/words/shown-text.ts';

interface Props {
  readonly organizations: readonly Organization[];
  readonly current: Organization;
  readonly onChoose: (id: string) => void;
}

/** Names the organization that this page is about. If there are several, the person can switch. */
export function OrganizationSwitch({ organizations, current, onChoose }: Props) {
  const id = useId();
  if (organizations.length < 2) return <p>{shownText(current.name)}</p>;
  return (
    <p className="buttons">
      <label htmlFor={id}>{t('checklist_organization')}</label>
      <select id={id} value={current.id} onChange={({ target }) => onChoose(target.value)}>
        {organizations.map(({ id: value, name }) => (
          <option key={value} value={value}>
            {shownText(name)}
          </option>
        ))}
      </select>
    </p>
  );
}
