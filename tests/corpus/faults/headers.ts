import type { FileType } from '../file-types.ts';
import { TRAILING_DATES } from '../layouts/layout.ts';
import { LAYOUTS, todaysFieldCount } from '../layouts.ts';

/** The headings for a type's fields, as the CALPADS file specifications write them. */
export function headingsOf(fileType: FileType): readonly string[] {
  const count = todaysFieldCount(fileType);
  const { body } = LAYOUTS[fileType];
  return [...body.slice(0, count - TRAILING_DATES.length), ...TRAILING_DATES].map(
    ([heading]) => heading,
  );
}

/** A header row for an ODS extract, e.g. `Record Type Code^Transaction Type Code^…`. */
export function headerRow(fileType: FileType): string {
  return headingsOf(fileType).join('^');
}
