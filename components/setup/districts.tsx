import { useEffect, useRef, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { planDistricts } from '../../lib/ledger/plan-districts.ts';
import { districtLetter, tapLetter } from '../../lib/requirements/letters.ts';
import type { Organization, UploadingDistrict } from '../../lib/requirements/organization.ts';
import { DISTRICT_TASKS, uploadsItself } from '../../lib/requirements/organization.ts';
import { shownText } from '../../lib/words/shown-text.ts';
import { LetterBlock } from '../ui/letter-block.tsx';
import { PasteRows } from '../ui/paste-rows.tsx';
import { AddDistrict } from './add-district.tsx';
import { DistrictRow, TASK_WORDS } from './district-row.tsx';
import type { UpdateOrganization } from './use-saved-organization.ts';

interface Props {
  readonly organization: Organization;
  readonly onUpdate: UpdateOrganization;
}

/** The districts that upload for an organization. Most organizations upload their own files. */
export function Districts(props: Props) {
  if (!uploadsItself(props.organization)) return <DistrictList {...props} />;
  return (
    <p>
      {t('setup_districts_none')} <a href="#organization">{t('setup_districts_none_link')}</a>
    </p>
  );
}

type Change = { readonly kind: 'removed' | 'restored'; readonly district: UploadingDistrict };

/** Each district with the tasks done and its letter. */
function DistrictList({ organization, onUpdate }: Props) {
  const { districts } = organization;
  const [last, setLast] = useState<Change>();
  const updateDistricts = (
    change: (districts: readonly UploadingDistrict[]) => readonly UploadingDistrict[],
  ) => onUpdate((before) => ({ ...before, districts: change(before.districts) }));
  const add = (district: UploadingDistrict) => updateDistricts((before) => [...before, district]);
  const remove = async (district: UploadingDistrict) => {
    const isRemoved = await updateDistricts((before) =>
      before.filter(({ id }) => id !== district.id),
    );
    if (isRemoved) setLast({ kind: 'removed', district });
  };
  const restore = async (district: UploadingDistrict) => {
    if (await add(district)) setLast({ kind: 'restored', district });
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
      <LastChange change={last} onRestore={(district) => void restore(district)} />
      <AddDistrict onAdd={add} />
      <details className="paste-districts">
        <summary>{t('setup_districts_paste')}</summary>
        <PasteRows
          label={t('paste_rows_label')}
          hint={t('setup_districts_paste_hint')}
          addWords="setup_districts_apply"
          addedWords="setup_districts_added"
          planOf={(text) => planDistricts(text, districts, () => crypto.randomUUID())}
          detailOf={({ contact }) => shownText(contact)}
          onAdd={(made) => updateDistricts((before) => [...before, ...made])}
          onUndo={(made) =>
            updateDistricts((before) =>
              before.filter(({ id }) => !made.some((one) => one.id === id)),
            )
          }
        />
      </details>
      {districts.length > 0 && (
        <div className="letters">
          <h2>{t('setup_letters')}</h2>
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

interface LastChangeProps {
  readonly change: Change | undefined;
  readonly onRestore: (district: UploadingDistrict) => void;
}

/** Takes the focus, because the button that led here is gone. */
function LastChange({ change, onRestore }: LastChangeProps) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (change) line.current?.focus();
  }, [change]);
  return (
    <p ref={line} role="status" className="buttons" tabIndex={-1}>
      {change?.kind === 'restored' && t('setup_restored', change.district.name)}
      {change?.kind === 'removed' && (
        <>
          {t('setup_district_removed', change.district.name)}
          <button type="button" className="button" onClick={() => onRestore(change.district)}>
            {t('undo')}
          </button>
        </>
      )}
    </p>
  );
}
