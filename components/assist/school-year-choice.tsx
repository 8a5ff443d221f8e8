import { useId } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import type { Session } from '../../lib/session/session.ts';

interface Props {
  readonly row: FileRow;
  readonly session: Session;
}

/** Only the years that the records are of are offered; the newest is the likeliest and comes first. */
export function SchoolYearChoice({ row, session }: Props) {
  const id = useId();
  const years = row.schoolYears.map(([year]) => year).toReversed();
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
