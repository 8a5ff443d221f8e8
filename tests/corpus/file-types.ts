/** The seven required file types, in the order of the upload instructions. */
export const FILE_TYPES = ['CRSC', 'SCSC', 'SCTE', 'SELA', 'SENR', 'SINF', 'SPRG'] as const;

export type FileType = (typeof FILE_TYPES)[number];

/** The five school years in the 2023 cycle, oldest first. */
export const SCHOOL_YEARS = ['2018-19', '2019-20', '2020-21', '2021-22', '2022-23'] as const;
