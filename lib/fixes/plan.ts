import type { FileLabel } from '../calpads/file-label.ts';
import { formatLabel } from '../calpads/file-label.ts';
import type { CheckResult } from '../rules/check-files.ts';
import { leadingMark } from '../rules/leading-mark.ts';
import { lineEnds } from '../rules/line-ends.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import type { Described } from './submissions.ts';

/** A change that the assistant makes to a copy. The file on disk stays as it is. */
export type Step = Exclude<Fix, 'choose school year'>;

/** In the order they are applied. A plan has at most one of the last three. */
const STEPS: readonly Step[] = [
  'take out',
  'cut by year',
  'convert',
  'drop',
  'repair',
  'rename',
  'zip',
  'zip parts',
  'text parts',
];

/** Rules about harmless traces in a good file, which a person need not read. */
const HARMLESS: readonly string[] = [lineEnds.id, leadingMark.id];

/** What happens to one checked file. */
export type FilePlan =
  /** A problem blocks it, and no click can fix that. */
  | { readonly kind: 'held' }
  /** It can go after the person chooses its school year. */
  | { readonly kind: 'asks school year' }
  /** It can go at once if `goesAtOnce`. Otherwise it waits for one click. */
  | {
      readonly kind: 'can go';
      readonly label: FileLabel;
      readonly name: string;
      readonly steps: readonly Step[];
      /** The person may have it repaired, too. It goes as it is unless they ask for it. */
      readonly canRepair?: true;
    };

export function planFile({ file, findings }: CheckResult): FilePlan {
  const blocking = findings.filter(({ level }) => level === 'block');
  if (blocking.some(({ fix }) => !fix)) return { kind: 'held' };
  if (blocking.some(({ fix }) => fix === 'choose school year')) return { kind: 'asks school year' };
  if (!file.label) return { kind: 'held' };

  const wanted = file.wantsRepair ? findings.filter(({ fix }) => fix === 'repair') : [];
  const fixes = [...blocking, ...wanted].map(({ fix }) => fix);
  const steps = STEPS.filter((step) => fixes.includes(step));
  const isZip = file.archive || steps.includes('zip') || steps.includes('zip parts');
  return {
    kind: 'can go',
    label: file.label,
    name: formatLabel(file.label) + (isZip ? '.zip' : '.txt'),
    steps,
    ...(findings.some(({ fix }) => fix === 'repair') && { canRepair: true }),
  };
}

/**
 * Whether the file goes into the form without a click: nothing changes, and no finding needs a look.
 * An optional repair is offered only where the file waits for another reason.
 */
export function goesAtOnce(plan: FilePlan | undefined, findings: readonly Finding[]): boolean {
  const isAsItIs = plan?.kind === 'can go' && plan.steps.length === 0;
  return isAsItIs && findings.every(({ ruleId }) => HARMLESS.includes(ruleId));
}

export type GoingPlan = Extract<FilePlan, { kind: 'can go' }>;

/**
 * The words for the page's File Description: the label of one file, `CRSC, SENR 2022-23` for files
 * from one year, each label in full for files from several years, `SCSC 2022-23 part 1 of 3` for a
 * part.
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
