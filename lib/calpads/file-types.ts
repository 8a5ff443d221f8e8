/**
 * The seven CALPADS file types that the K-12 Strong Workforce Program requires, in the program's
 * order (2023 upload webinar, "K12 SWP Required CALPADS Files").
 */
export const FILE_TYPES = ['CRSC', 'SCSC', 'SCTE', 'SELA', 'SENR', 'SINF', 'SPRG'] as const;

export type FileType = (typeof FILE_TYPES)[number];

/**
 * The official names of the types. They are proper names in the state's system, so they are not
 * translated.
 */
export const FILE_TYPE_NAMES: Readonly<Record<FileType, string>> = {
  CRSC: 'Course Completion',
  SCSC: 'Student Course Completion',
  SCTE: 'Student Career Technical Education',
  SELA: 'Student English Language Acquisition',
  SENR: 'Student Enrollment',
  SINF: 'Student Information',
  SPRG: 'Student Programs',
};

export function isFileType(code: string): code is FileType {
  return (FILE_TYPES as readonly string[]).includes(code);
}
