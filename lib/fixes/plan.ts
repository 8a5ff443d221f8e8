import type { FileLabel } from '../calpads/file-label.ts';
import { formatLabel } from '../calpads/file-label.ts';
import type { CheckResult } from '../rules/check-files.ts';
import type { Fix } from '../rules/rule.ts';
import type { Described } from './submissions.ts';

/** A change the assistant makes to a copy; the file on the disk stays as it is. */
export type Step = Exclude<Fix, 'choose school year'>;

/** In the order in which they are taken; of the last three never more than one. */
const STEPS: readonly Step[] = [
  'take out',
  'convert',
  'drop header',
  'rename',
  'zip',
  'zip parts',
  'text parts',
];

/** What becomes of one checked file. */
export type FilePlan =
  /** Something blocks it that no click can mend. */
  | { readonly kind: 'held' }
  /** It can go once the person has said which school year it is for. */
  | { readonly kind: 'asks school year' }
  /** It can go: at once when there are no steps, else with one click. */
  | {
      readonly kind: 'can go';
      readonly label: FileLabel;
      readonly name: string;
      readonly steps: readonly Step[];
    };

export function planFile({ file, findings }: CheckResult): FilePlan {
  const blocking = findings.filter(({ level }) => level === 'block');
  if (blocking.some(({ fix }) => !fix)) return { kind: 'held' };
  if (blocking.some(({ fix }) => fix === 'choose school year')) return { kind: 'asks school year' };
  if (!file.label) return { kind: 'held' };

  const steps = STEPS.filter((step) => blocking.some(({ fix }) => fix === step));
  const isZip = file.archive || steps.includes('zip') || steps.includes('zip parts');
  return {
    kind: 'can go',
    label: file.label,
    name: formatLabel(file.label) + (isZip ? '.zip' : '.txt'),
    steps,
  };
}

export type GoingPlan = Extract<FilePlan, { kind: 'can go' }>;

/**
 * The words for the page's File Description: the label of one file, `CRSC, SENR 2022-23` for files
 * of one year, each label in full for files of several years, `SCSC 2022-23 part 1 of 3` for a part.
 */
export function describe(files: readonly Described[]): string {
  const labels = files.map(({ label }) => label);
  const [first] = labels;
  if (!first) return '';
  if (files.some(({ part }) => part)) return files.map(describeOne).join(', ');
  if (labels.length === 1) return formatLabel(first);
  const isOneYear = labels.every(({ schoolYear }) => schoolYear === first.schoolYear);
  if (!isOneYear) return labels.map(formatLabel).join(', ');
  return `${labels.map(({ fileType }) => fileType).join(', ')} ${first.schoolYear}`;
}

function describeOne({ label, part }: Described): string {
  const words = formatLabel(label);
  return part ? `${words} part ${part.number} of ${part.of}` : words;
}
