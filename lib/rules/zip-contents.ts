import { formatLabel } from '../calpads/file-label.ts';
import type { PackingMethod, ZipRefusal } from '../inspection/inspection.ts';
import type { MessageKey, Words } from '../words/words.ts';
import type { Rule } from './rule.ts';
import { isPartOfSplit } from './split-part.ts';

/** For a packing method, the words say its name. */
const REFUSALS: Readonly<Record<Exclude<ZipRefusal, PackingMethod>, MessageKey>> = {
  damaged: 'finding_zip_damaged',
  'two readings': 'finding_zip_two_readings',
  'overlapping entries': 'finding_zip_overlapping',
  'too many entries': 'finding_zip_too_many',
  encrypted: 'finding_zip_encrypted',
  'unsafe name': 'finding_zip_unsafe_name',
  'same name twice': 'finding_zip_same_name',
  'zip in zip': 'finding_container_zip_in_zip',
  split: 'finding_container_split_zip',
  bomb: 'finding_zip_bomb',
};

function wordsFor(refusal: ZipRefusal): Words {
  const key: MessageKey | undefined = REFUSALS[refusal as keyof typeof REFUSALS];
  if (refusal === 'another method') return ['finding_zip_another_method'];
  return key ? [key] : ['finding_zip_method', refusal];
}

/** A zip must hold one text with the zip's own name: `SENR 2022-23.txt` in `SENR 2022-23.zip`. */
export const zipContents: Rule = {
  id: 'zip-contents',
  about: 'name',
  level: 'block',
  fixes: ['rename'],
  check({ archive, label, name, reading }) {
    if (!archive || reading.extension.toLowerCase() === '.txt') return undefined; // wrong-container
    const damage = archive.damage === 'damaged' && isPartOfSplit(name) ? 'split' : archive.damage;
    if (damage) return { kind: damage, words: wordsFor(damage) };

    const [entry, ...others] = archive.entries;
    if (!entry) return { kind: 'no entry', words: ['finding_zip_empty'] };
    if (others.length > 0) {
      return {
        kind: 'several entries',
        words: ['finding_zip_several', { count: archive.entries.length }],
      };
    }
    if (!label) return undefined;
    const inside = formatLabel(label);
    if (entry.name === `${inside}.txt`) {
      const isSameName = !reading.label || formatLabel(reading.label) === inside;
      return isSameName
        ? undefined // name-not-exact sees to the zip's own name
        : { kind: 'zip name', words: ['finding_zip_name', inside], fix: 'rename' };
    }
    return {
      kind: 'entry name',
      words: ['finding_zip_entry_name', entry.name, `${inside}.txt`],
    };
  },
};
