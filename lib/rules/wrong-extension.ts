import type { Rule } from './rule.ts';

/**
 * "Make sure the file is saved as a .txt file" (2023 upload webinar). Only the ending is judged
 * here; what a file is, its content tells.
 */
export const wrongExtension: Rule = {
  id: 'wrong-extension',
  level: 'block',
  check({ reading, facts, archive, provenType }) {
    if (!facts || facts.emptiness) return undefined;
    if (facts.container && !archive) return undefined; // what it is matters more than its ending
    const wanted = archive ? '.zip' : '.txt';
    if (archive && reading.extension.toLowerCase() === '.txt') return undefined; // wrong-container says it
    const isDoubled = /\.(txt|zip)$/i.test(reading.stem);
    if (reading.extension.toLowerCase() === wanted && !isDoubled) return undefined;
    const actual = isDoubled ? reading.stem.slice(-4) + reading.extension : reading.extension;
    return {
      words: actual
        ? ['finding_wrong_extension', actual, wanted]
        : ['finding_no_extension', wanted],
      ...(provenType && { fix: 'rename' }),
    };
  },
};
