import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { DistrictTask, UploadingDistrict } from '../../lib/requirements/organization.ts';
import { DISTRICT_TASKS } from '../../lib/requirements/organization.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import { tick } from './organization-draft.ts';

export const TASK_WORDS: Readonly<Record<DistrictTask, MessageKey>> = {
  'TAP notified': 'setup_task_tap',
  'district notified': 'setup_task_district',
  MOU: 'setup_task_mou',
  uploaded: 'setup_task_uploaded',
};

interface Props {
  readonly district: UploadingDistrict;
  readonly onChange: (changed: Partial<UploadingDistrict>) => void;
  readonly onRemove: () => void;
}

export function DistrictRow({ district, onChange, onRemove }: Props) {
  const { name, contact, done } = district;
  return (
    <tr>
      <td>
        <CellInput
          key={name}
          label={t('setup_district_name_of', name)}
          value={name}
          maxLength={120}
          isRequired
          onLeave={(changed) => onChange({ name: changed })}
        />
      </td>
      <td>
        <CellInput
          key={contact}
          label={t('setup_district_contact_of', name)}
          value={contact}
          maxLength={200}
          onLeave={(changed) => onChange({ contact: changed })}
        />
      </td>
      {DISTRICT_TASKS.map((task) => (
        <td key={task} className="task">
          <input
            type="checkbox"
            aria-label={t('setup_district_task', t(TASK_WORDS[task]), name)}
            checked={done.includes(task)}
            onChange={({ target }) => {
              const ticked = tick(done, task, target.checked);
              onChange({ done: DISTRICT_TASKS.filter((one) => ticked.includes(one)) });
            }}
          />
        </td>
      ))}
      <td>
        <button
          type="button"
          className="button link"
          aria-label={t('remove_named', name)}
          onClick={onRemove}
        >
          {t('remove')}
        </button>
      </td>
    </tr>
  );
}

interface CellInputProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  /** An empty value is replaced by the one before. */
  readonly isRequired?: true;
  readonly onLeave: (value: string) => void;
}

/** The column's heading is its visible label. It is saved when the person leaves it. */
function CellInput({ label, value, maxLength, isRequired, onLeave }: CellInputProps) {
  const [typed, setTyped] = useState(value);
  const leave = () => {
    const changed = typed.trim();
    if (isRequired && !changed) setTyped(value);
    else if (changed !== value) onLeave(changed);
  };
  return (
    <input
      aria-label={label}
      value={typed}
      maxLength={maxLength}
      autoComplete="off"
      onChange={({ target }) => setTyped(target.value)}
      onBlur={leave}
    />
  );
}
