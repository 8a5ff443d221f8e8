import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { districtLetter, tapLetter } from '../../lib/requirements/letters.ts';
import type { Organization, UploadingDistrict } from '../../lib/requirements/organization.ts';
import { DISTRICT_TASKS } from '../../lib/requirements/organization.ts';
import { LetterBlock } from '../ui/letter-block.tsx';
import { AddDistrict } from './add-district.tsx';
import { DistrictRow, TASK_WORDS } from './district-row.tsx';
import type { UpdateOrganization } from './use-saved-organization.ts';

interface Props {
  readonly organization: Organization;
  readonly onUpdate: UpdateOrganization;
}

/** The districts that upload for an organization, with the tasks done and the letters for each. */
export function Districts({ organization, onUpdate }: Props) {
  const { districts } = organization;
  const [removed, setRemoved] = useState<UploadingDistrict>();
  const updateDistricts = (
    change: (districts: readonly UploadingDistrict[]) => readonly UploadingDistrict[],
  ) => onUpdate((before) => ({ ...before, districts: change(before.districts) }));
  const add = (district: UploadingDistrict) => updateDistricts((before) => [...before, district]);
  const remove = async (district: UploadingDistrict) => {
    const isRemoved = await updateDistricts((before) =>
      before.filter(({ id }) => id !== district.id),
    );
    if (isRemoved) setRemoved(district);
  };
  return (
    <>
      <p>{t(organization.kind === 'ROC/P' ? 'setup_districts_rocp' : 'setup_districts_intro')}</p>
      {districts.length > 0 && (
        <table className="plain-table districts">
          <caption className="visually-hidden">{t('setup_districts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('setup_district_name')}</th>
              <th scope="col">{t('setup_district_contact')}</th>
              {DISTRICT_TASKS.map((task) => (
                <th key={task} scope="col">
                  {t(TASK_WORDS[task])}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {districts.map((district) => (
              <DistrictRow
                key={district.id}
                district={district}
                onChange={(changed) =>
                  void updateDistricts((before) =>
                    before.map((one) => (one.id === district.id ? { ...one, ...changed } : one)),
                  )
                }
                onRemove={() => void remove(district)}
              />
            ))}
          </tbody>
        </table>
      )}
      <p role="status" className="buttons">
        {removed && (
          <>
            {t('setup_district_removed', removed.name)}
            <button
              type="button"
              className="button"
              onClick={() => {
                setRemoved(undefined);
                void add(removed);
              }}
            >
              {t('undo')}
            </button>
          </>
        )}
      </p>
      <AddDistrict onAdd={add} />
      {districts.length > 0 && (
        <div className="letters">
          <h3>{t('setup_letters')}</h3>
          <p className="soft">{t('setup_letters_note')}</p>
          <details>
            <summary>{t('setup_letter_tap')}</summary>
            <LetterBlock letter={tapLetter(organization)} />
          </details>
          {districts.map((district) => (
            <details key={district.id}>
              <summary>{t('setup_letter_district', district.name)}</summary>
              <LetterBlock letter={districtLetter(organization, district)} />
            </details>
          ))}
        </div>
      )}
    </>
  );
}
