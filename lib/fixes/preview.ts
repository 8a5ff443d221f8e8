import { LARGEST_TEXT_PART_BYTES } from '../calpads/limits.ts';
import type { FileFacts, OddLines } from '../inspection/file-facts.ts';
import { foreignOf, SURPLUS_KINDS } from '../inspection/foreign-lines.ts';
import type { WordArg, Words } from '../words/words.ts';
import type { FilePlan, Step } from './plan.ts';

/** What is known about the file before the steps change it. */
export interface Before {
  /** The size of the file on disk. */
  readonly bytes: number;
  readonly facts?: FileFacts | undefined;
  readonly zippedBytes?: number | undefined;
  /** The number of parts, once it is known. */
  readonly parts?: number | undefined;
}

/**
 * What each step changes, before → after, so the person sees it first. The list shows the new name
 * and the file or zip that a file came from elsewhere, so those are not repeated here.
 */
export function previewOf(plan: FilePlan, before: Before): Words[] {
  if (plan.kind !== 'can go') return [];
  const { bytes, facts } = before;
  const words: Readonly<Record<Step, readonly Words[]>> = {
    'take out': [],
    'cut by year': [],
    convert: facts ? [['change_convert', facts.encoding.toUpperCase()]] : [],
    drop: facts ? dropped(facts) : [],
    repair: [['change_repair']],
    rename: [],
    zip: [['change_zip', { bytes }]],
    'zip parts': [zipParts(before)],
    'text parts': [textParts(before)],
  };
  return plan.steps.flatMap((step) => words[step]);
}

function dropped({ foreignLines, oddities }: FileFacts): Words[] {
  const lines = foreignOf(foreignLines, SURPLUS_KINDS);
  const marks = oddities['mark inside'];
  const words: Words[] = [];
  if (lines.count > 0) words.push(['change_drop_lines', ...countAndLines(lines)]);
  if (marks) words.push(['change_drop_marks', ...countAndLines(marks)]);
  return words;
}

function countAndLines({ count, firstLines }: OddLines): readonly [WordArg, WordArg] {
  return [{ count }, { list: firstLines.map(String) }];
}

function zipParts({ bytes, zippedBytes, parts }: Before): Words {
  if (!zippedBytes || !parts) return ['change_several_zips', { bytes }];
  return ['change_zip_parts', { bytes }, { count: parts }, about(zippedBytes / parts)];
}

function textParts({ bytes, parts }: Before): Words {
  const count = parts ?? Math.ceil(bytes / LARGEST_TEXT_PART_BYTES);
  return ['change_text_parts', { bytes }, { count }, about(bytes / count)];
}

/** Rounded to megabytes, because the text says `about`. */
function about(bytes: number): { bytes: number } {
  return { bytes: Math.max(1, Math.round(bytes / 1e6)) * 1e6 };
}
