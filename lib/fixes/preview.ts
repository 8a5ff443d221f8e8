import type { FileFacts } from '../inspection/file-facts.ts';
import type { Words } from '../words/words.ts';
import type { FilePlan, Step } from './plan.ts';

/**
 * What each step changes, before → after, for the person to see first. The new name stands for
 * itself in the list, so it is not among them.
 * @param bytes of the file on the disk
 */
export function previewOf(plan: FilePlan, bytes: number, facts: FileFacts | undefined): Words[] {
  if (plan.kind !== 'can go') return [];
  const words: Readonly<Record<Step, Words | undefined>> = {
    convert: facts && ['change_convert', facts.encoding.toUpperCase()],
    'drop header': ['change_drop_header', { count: facts?.headerLine ?? 1 }],
    rename: undefined,
    zip: ['change_zip', { bytes }],
  };
  return plan.steps.map((step) => words[step]).filter((one) => one !== undefined);
}
