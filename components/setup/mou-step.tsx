import { useId, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { MouState, Organization } from '../../lib/requirements/organization.ts';
import { MOU_STATES } from '../../lib/requirements/organization.ts';
import { SITE_ADDRESS } from '../../lib/upload-page/site-address.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import type { UpdateOrganization } from './use-saved-organization.ts';

const MOU_WORDS: Readonly<Record<MouState, MessageKey>> = {
  'not checked': 'setup_mou_not_checked',
  none: 'setup_mou_none',
  'waiting for signature': 'setup_mou_waiting',
  'in place': 'setup_mou_in_place',
};

/** What makes an MOU count (2023 upload webinar, "Ready to Join? Here's How"). */
const RULES: readonly MessageKey[] = [
  'setup_mou_rule_signer',
  'setup_mou_rule_validate',
  'setup_mou_rule_login',
];

interface Props {
  readonly mou: Organization['mou'];
  readonly onUpdate: UpdateOrganization;
}

export function MouStep({ mou, onUpdate }: Props) {
  const id = useId();
  return (
    <>
      <p>
        {t('setup_mou_intro')}{' '}
        <OutsideLink href={SITE_ADDRESS} words={t('setup_mou_member_list')} />
      </p>
      <p>{t('setup_mou_additional')}</p>
      <div className="field-row">
        <div className="field">
          <label htmlFor={id}>{t('setup_mou_state')}</label>
          <select
            id={id}
            value={mou.state}
            onChange={({ target }) => {
              const state = MOU_STATES.find((one) => one === target.value) ?? 'not checked';
              void onUpdate((before) => ({ ...before, mou: { ...before.mou, state } }));
            }}
          >
            {MOU_STATES.map((state) => (
              <option key={state} value={state}>
                {t(MOU_WORDS[state])}
              </option>
            ))}
          </select>
        </div>
        <MouDate
          key={mou.date}
          date={mou.date ?? ''}
          onDate={(date) =>
            void onUpdate((before) => ({ ...before, mou: { ...before.mou, date } }))
          }
        />
      </div>
      <ul className="bullets">
        {RULES.map((rule) => (
          <li key={rule}>{t(rule)}</li>
        ))}
      </ul>
      <p className="soft">{t('setup_mou_hard_copy')}</p>
    </>
  );
}

interface MouDateProps {
  readonly date: string;
  readonly onDate: (date: string | undefined) => void;
}

/** Saved when the person leaves it: while they type a year, 0002 and 0020 are dates, too. */
function MouDate({ date, onDate }: MouDateProps) {
  const id = useId();
  const [typed, setTyped] = useState(date);
  return (
    <div className="field">
      <label htmlFor={id}>{t('setup_mou_date')}</label>
      <input
        id={id}
        type="date"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => {
          if (typed !== date) onDate(typed || undefined);
        }}
      />
    </div>
  );
}
