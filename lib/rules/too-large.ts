import { LARGEST_TEXT_PART_BYTES, LARGEST_UPLOAD_BYTES } from '../calpads/limits.ts';
import type { Rule } from './rule.ts';

/**
 * The limit applies to every file handed to the page. A text can be zipped. It can be split if even
 * its zip is too large, or if the person prefers parts that are not zipped.
 */
export const tooLarge: Rule = {
  id: 'too-large',
  about: 'name',
  level: 'block',
  fixes: ['zip', 'zip parts', 'text parts'],
  check({ facts, archive, zippedBytes, wantsTextParts }) {
    if (!facts || facts.bytes <= LARGEST_UPLOAD_BYTES) return undefined;
    const size = { bytes: facts.bytes };
    const limit = { bytes: LARGEST_UPLOAD_BYTES };
    if (archive) return { words: ['finding_zip_too_large', size, limit] };
    if (wantsTextParts) {
      const part = { bytes: LARGEST_TEXT_PART_BYTES };
      return {
        kind: 'text parts',
        words: ['finding_too_large_texts', size, limit, part],
        fix: 'text parts',
      };
    }
    if (zippedBytes && zippedBytes > LARGEST_UPLOAD_BYTES) {
      const zipped = { bytes: zippedBytes };
      return {
        kind: 'zipped',
        words: ['finding_too_large_zipped', size, zipped, limit],
        fix: 'zip parts',
      };
    }
    return { words: ['finding_too_large', size, limit], fix: 'zip' };
  },
};
