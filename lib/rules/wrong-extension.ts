import type { Rule } from './rule.ts';
import { isUnfinished } from './unfinished-download.ts';

/**
 * "Make sure the file is saved as a .txt file" (2023 upload webinar). This rule checks only the
 * ending. The content tells what a file is.
 */
export const wrongExtension: Rule = {
  id: 'wrong-extension',
  about: 'name',
  level: 'block',
  fixes: ['rename'],
  check({ name, reading, facts, archive, provenType }) {
    if (!facts || isUnfinished(name)) return undefined;
    const isZipNamedTxt = archive && reading.extension.toLowerCase() === '.txt';
    if (isZipNamedTxt) return undefined; // wrong-container reports it
    const wanted = archive ? '.zip' : '.txt';
    const isDoubled = /\.(txt|zip)$/i.test(reading.stem);
    if (reading.extension.toLowerCase() === wanted && !isDoubled) return undefined;

    const actual = isDoubled ? reading.stem.slice(-4) + reading.extension : reading.extension;
    if (!actual) return { words: ['finding_no_extension', wanted], ...fixOf(provenType) };
    return { words: ['finding_wrong_extension', actual, wanted], ...fixOf(provenType) };
  },
};

/** Renaming helps only if the file is an extract. */
function fixOf(provenType: string | undefined): { readonly fix?: 'rename' } {
  return provenType ? { fix: 'rename' } : {};
}
