export type ZipProgram = 'unzip' | '7-Zip' | 'Python' | 'zip';

export declare const ZIP_PROGRAMS: Readonly<
  Record<ZipProgram, { readonly commands: readonly string[]; readonly debian: string }>
>;

export declare function findOnPath(commands: readonly string[]): string | undefined;
