import { formatLabel } from '../calpads/file-label.ts';
import type { ZipRefusal } from '../inspection/inspection.ts';
import type { MessageKey } from '../words/words.ts';
import type { Rule } from './rule.ts';

const REFUSALS: Readonly<Record<ZipRefusal, MessageKey>> = {
  damaged: 'finding_zip_damaged',
  'two readings': 'finding_zip_two_readings',
  'overlapping entries': 'finding_zip_overlapping',
  'too many entries': 'finding_zip_too_many',
  encrypted: 'finding_zip_encrypted',
  'unsafe name': 'finding_zip_unsafe_name',
  'same name twice': 'finding_zip_same_name',
  'zip in zip': 'finding_container_zip_in_zip',
  bomb: 'finding_zip_bomb',
};

/** A zip must hold one text with the zip's own name: `SENR 2022-23.txt` in `SENR 2022-23.zip`. */
export const zipContents: Rule = {
  id: 'zip-contents',
  about: 'name',
  level: 'block',
  check({ archive, label, reading }) {
    if (!archive || reading.extension.toLowerCase() === '.txt') return undefined; // wrong-container
    if (archive.damage) return { kind: archive.damage, words: [REFUSALS[archive.damage]] };

    const [entry, ...others] = archive.entries;
    if (!entry) return { kind: 'no entry', words: ['finding_zip_empty'] };
    if (others.length > 0) {
      return {
        kind: 'several entries',
        words: ['finding_zip_several', { count: archive.entries.length }],
      };
    }
    if (!label || entry.name === `${formatLabel(label)}.txt`) return undefined;
    return {
      kind: 'entry name',
      words: ['finding_zip_entry_name', entry.name, `${formatLabel(label)}.txt`],
    };
  },
};
