import type { Batch } from './faults/batch.ts';
import { BATCH_FORMS } from './faults/batch-forms.ts';
import { COMBINED_FORMS } from './faults/combined.ts';
import { CONTAINER_FORMS } from './faults/containers.ts';
import { EMPTY_FORMS } from './faults/empty.ts';
import { FOREIGN_LINE_FORMS } from './faults/foreign-lines.ts';
import type { Form } from './faults/form.ts';
import { HEADER_FORMS } from './faults/header-rows.ts';
import { LINE_END_FORMS } from './faults/line-ends.ts';
import { LOOK_ALIKE_FORMS } from './faults/look-alikes.ts';
import { NAME_FORMS } from './faults/names.ts';
import { ODD_BYTE_FORMS } from './faults/odd-bytes.ts';
import { PART_BATCHES } from './faults/part-batches.ts';
import { RECORD_FORMS } from './faults/records.ts';
import { SIZE_FORMS } from './faults/sizes.ts';
import { SPREADSHEET_FORMS } from './faults/spreadsheets.ts';
import { TYPE_AND_YEAR_FORMS } from './faults/types-and-years.ts';
import { UNKNOWN_FORMS } from './faults/unknown-records.ts';
import { UNREADABLE_YEAR_FORMS } from './faults/unreadable-years.ts';
import { VALID_FORMS } from './faults/valid.ts';

/**
 * Files with at least one finding. The `SIZE_FORMS` are about 30 MB each, and all others are small.
 */
export const FAULTY: readonly Form[] = [
  ...NAME_FORMS,
  ...EMPTY_FORMS,
  ...SIZE_FORMS,
  ...CONTAINER_FORMS,
  ...SPREADSHEET_FORMS,
  ...LOOK_ALIKE_FORMS,
  ...UNKNOWN_FORMS,
  ...TYPE_AND_YEAR_FORMS,
  ...UNREADABLE_YEAR_FORMS,
  ...RECORD_FORMS,
  ...HEADER_FORMS,
  ...ODD_BYTE_FORMS,
  ...FOREIGN_LINE_FORMS,
  ...LINE_END_FORMS,
  ...COMBINED_FORMS,
];

/** Files without any finding. */
export const VALID: readonly Form[] = VALID_FORMS;

/** Every single file in the corpus. */
export const FORMS: readonly Form[] = [...VALID, ...FAULTY];

/** Sets of files that are wrong together, or that go together as parts. */
export const BATCHES: readonly Batch[] = [...BATCH_FORMS, ...PART_BATCHES];
