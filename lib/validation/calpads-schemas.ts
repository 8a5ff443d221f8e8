import { FILE_TYPES } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import { parseSchoolYear } from '../calpads/school-year.ts';
import { z } from './z.ts';

export const fileTypeSchema = z.enum(FILE_TYPES);

/** Exactly the form `2022-23`. */
export const schoolYearSchema = z.custom<SchoolYear>(
  (value) => typeof value === 'string' && parseSchoolYear(value) === value,
);

/** 7 digits as text, because leading zeros count. */
export const leaCodeSchema = z.string().regex(/^\d{7}$/);

/** Lowercase hex, like every SHA-256 here. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
