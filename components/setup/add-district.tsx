import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { UploadingDistrict } from '../../lib/requirements/organization.ts';
import { TextField } from './fields.tsx';

interface Props {
  readonly onAdd: (district: UploadingDistrict) => Promise<boolean>;
}

export function AddDistrict({ onAdd }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const [isNameMissing, setIsNameMissing] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsNameMissing(name.trim() === '');
    if (name.trim()) {
      const district = { id: crypto.randomUUID(), name: name.trim(), contact: contact.trim() };
      if (!(await onAdd({ ...district, done: [] }))) return;
      setName('');
      setContact('');
    }
    form.current?.querySelector('input')?.focus();
  };
  return (
    <form ref={form} className="field-row" noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('setup_district_add')}
        error={isNameMissing ? ['setup_district_name_missing'] : undefined}
        value={name}
        maxLength={120}
        onChange={setName}
      />
      <TextField
        label={t('setup_district_add_contact')}
        value={contact}
        maxLength={200}
        onChange={setContact}
      >
        <button type="submit" className="button">
          {t('setup_district_add_button')}
        </button>
      </TextField>
    </form>
  );
}
