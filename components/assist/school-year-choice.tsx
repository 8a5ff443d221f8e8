import { useId } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { recentSchoolYears } from '../../lib/calpads/school-year.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import type { Session } from '../../lib/session/session.ts';

interface Props {
  readonly row: FileRow;
  readonly session: Session;
}

/** The newest year is the likeliest, so it comes first. If nothing gives a year, any recent one may be it. */
export function SchoolYearChoice({ row, session }: Props) {
  const id = useId();
  const years = row.yearsToChoose.length > 0 ? row.yearsToChoose : recentSchoolYears(new Date());
  return (
    <div className="year-choice">
      <label htmlFor={id}>{t('choose_school_year')}</label>
      <select
        id={id}
        value=""
        onChange={({ target }) => {
          const year = years.find((offered) => offered === target.value);
          if (year) session.chooseSchoolYear(row.id, year);
        }}
      >
        <option value="">{t('choose_school_year_option')}</option>
        {years.map((year) => (
          <option key={year}>{year}</option>
        ))}
      </select>
    </div>
  );
}
