import type { FileType } from './file-types.ts';
import { FILE_TYPES, isFileType } from './file-types.ts';
import type { SchoolYear } from './school-year.ts';
import { parseSchoolYear } from './school-year.ts';
import { yearInName } from './year-in-name.ts';

/**
 * The file name that Cal-PASS Plus asks for, in either order: `SENR 2022-23` or `2022-23 SENR` ("do
 * not add additional characters", 2023 upload webinar, "Common upload issues").
 */
export interface FileLabel {
  readonly fileType: FileType;
  readonly schoolYear: SchoolYear;
  readonly order: 'type first' | 'year first';
}

/** What a file's current name says. `label` is set only if the stem is exactly right. */
export interface NameReading {
  readonly stem: string;
  /** With its dot, as written: `.txt`, `.TXT`, or empty. */
  readonly extension: string;
  readonly label?: FileLabel;
  /** The file type that the name mentions anywhere. Absent if it mentions two. */
  readonly fileType?: FileType;
  /** The school year that the name mentions anywhere. Absent if it mentions two. */
  readonly schoolYear?: SchoolYear;
  /** The digits may mean something else than that year, see year-in-name.ts. */
  readonly isYearGuess?: true;
}

export function formatLabel(label: FileLabel): string {
  const { fileType, schoolYear } = label;
  return label.order === 'type first' ? `${fileType} ${schoolYear}` : `${schoolYear} ${fileType}`;
}

/** Whether both have the same type and year, in either order. */
export function isSameLabel(a: FileLabel, b: FileLabel): boolean {
  return a.fileType === b.fileType && a.schoolYear === b.schoolYear;
}

/** Browsers give unfinished downloads longer endings than other files have. */
const EXTENSION = /\.(?:[A-Za-z0-9]{1,5}|crdownload|opdownload|download|partial|filepart)$/i;
const TYPE_FIRST = /^([A-Z]{4}) (20\d{2}-\d{2})$/;
const YEAR_FIRST = /^(20\d{2}-\d{2}) ([A-Z]{4})$/;

export function readFileName(name: string): NameReading {
  const extension = EXTENSION.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - extension.length);
  const fileType = onlyOne(typesMentioned(stem));
  const year = yearInName(stem);
  const label = readLabel(stem);
  return {
    stem,
    extension,
    ...(label && { label }),
    ...(fileType && { fileType }),
    ...(year && { schoolYear: year.schoolYear }),
    ...(year?.trust === 'guess' && { isYearGuess: true }),
  };
}

/**
 * Reads a stem that is a label to the letter. Case, the single blank and the plain hyphen all
 * count.
 */
export function readLabel(stem: string): FileLabel | undefined {
  const typeFirst = TYPE_FIRST.exec(stem);
  const [, first = '', second = ''] = typeFirst ?? YEAR_FIRST.exec(stem) ?? [];
  const code = typeFirst ? first : second;
  const schoolYear = parseSchoolYear(typeFirst ? second : first);
  if (!isFileType(code) || !schoolYear) return undefined;
  return { fileType: code, schoolYear, order: typeFirst ? 'type first' : 'year first' };
}

/** A letter on either side makes it part of a longer word: `ABSENR` is not SENR. */
const TYPE_MENTION = new RegExp(`(?<![A-Za-z])(${FILE_TYPES.join('|')})(?![A-Za-z])`, 'gi');

function typesMentioned(stem: string): FileType[] {
  return [...stem.matchAll(TYPE_MENTION)].map((match) => match[1]?.toUpperCase() as FileType);
}

function onlyOne<T>(mentions: readonly T[]): T | undefined {
  return new Set(mentions).size === 1 ? mentions[0] : undefined;
}
