import type { FileLabel } from '../calpads/file-label.ts';
import { formatLabel } from '../calpads/file-label.ts';
import type { CheckResult } from '../rules/check-files.ts';

/** A change the assistant makes to a copy; the file on the disk stays as it is. */
export type Step = 'convert' | 'drop header' | 'rename' | 'zip';

/** In the order in which they are taken. */
const STEPS: readonly Step[] = ['convert', 'drop header', 'rename', 'zip'];

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
  const extension = steps.includes('zip') || file.archive ? '.zip' : '.txt';
  return {
    kind: 'can go',
    label: file.label,
    name: formatLabel(file.label) + extension,
    steps,
  };
}

/**
 * The words for the page's File Description: the label of one file, `CRSC, SENR 2022-23` for files
 * of one year, each label in full for files of several years.
 */
export function describe(labels: readonly FileLabel[]): string {
  const [first] = labels;
  if (!first) return '';
  if (labels.length === 1) return formatLabel(first);
  const isOneYear = labels.every(({ schoolYear }) => schoolYear === first.schoolYear);
  if (!isOneYear) return labels.map(formatLabel).join(', ');
  return `${labels.map(({ fileType }) => fileType).join(', ')} ${first.schoolYear}`;
}
