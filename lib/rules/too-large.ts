import { LARGEST_UPLOAD_BYTES } from '../calpads/limits.ts';
import type { Rule } from './rule.ts';

/** The limit holds for every file handed to the page; a text can be zipped, a zip no further. */
export const tooLarge: Rule = {
  id: 'too-large',
  about: 'name',
  level: 'block',
  check({ facts, archive, zippedBytes }) {
    if (!facts || facts.bytes <= LARGEST_UPLOAD_BYTES) return undefined;
    const limit = { bytes: LARGEST_UPLOAD_BYTES };
    if (zippedBytes && zippedBytes > LARGEST_UPLOAD_BYTES) {
      return { kind: 'zipped', words: ['finding_too_large_zipped', { bytes: zippedBytes }, limit] };
    }
    return archive
      ? { words: ['finding_zip_too_large', { bytes: facts.bytes }, limit] }
      : { words: ['finding_too_large', { bytes: facts.bytes }, limit], fix: 'zip' };
  },
};
