import type { FileLabel } from '../calpads/file-label.ts';
import { formatLabel } from '../calpads/file-label.ts';
import { amongParts } from '../rules/among-parts.ts';
import type { CheckResult } from '../rules/check-files.ts';
import type { LabelPart } from '../rules/label-part.ts';
import { leadingMark } from '../rules/leading-mark.ts';
import { lineEnds } from '../rules/line-ends.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import type { Described } from './submissions.ts';

/** A change that the assistant makes to a copy. The file on disk stays as it is. */
export type Step = Exclude<Fix, Question>;

/** What only the person can answer. */
type Question = 'choose school year' | 'say parts' | 'say which part';

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
  /** It can go after the person says that it and the other files of `set` are parts of one file. */
  | { readonly kind: 'asks parts'; readonly set: string; readonly of: number }
  /** It can go after the person says whether it is the whole file or part `number`. */
  | { readonly kind: 'asks which part'; readonly number: number; readonly ofs: readonly number[] }
  /** It can go at once if `goesAtOnce`. Otherwise it waits for one click. */
  | {
      readonly kind: 'can go';
      readonly label: FileLabel;
      readonly name: string;
      /** Which of several files for one label it is. */
      readonly part?: LabelPart;
      readonly steps: readonly Step[];
      /** The person may have it repaired, too. It goes as it is unless they ask for it. */
      readonly canRepair?: true;
    };

export function planFile({ file, findings }: CheckResult): FilePlan {
  const blocking = findings.filter(({ level }) => level === 'block');
  if (blocking.some(({ fix }) => !fix)) return { kind: 'held' };
  if (blocking.some(({ fix }) => fix === 'choose school year')) return { kind: 'asks school year' };
  if (!file.label) return { kind: 'held' };
  const among = amongParts(file);
  if (among?.kind === 'not told apart') {
    return { kind: 'asks parts', set: among.set, of: among.of };
  }
  if (among?.kind === 'which part') {
    return { kind: 'asks which part', number: among.number, ofs: among.ofs };
  }

  const wanted = file.wantsRepair ? findings.filter(({ fix }) => fix === 'repair') : [];
  const fixes = [...blocking, ...wanted].map(({ fix }) => fix);
  const steps = STEPS.filter((step) => fixes.includes(step));
  const isZip = file.archive || steps.includes('zip') || steps.includes('zip parts');
  return {
    kind: 'can go',
    label: file.label,
    name: formatLabel(file.label) + (isZip ? '.zip' : '.txt'),
    ...(among?.kind === 'part' && { part: among.part }),
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
  return isAsItIs && findings.every(isHarmless);
}

export function isHarmless({ ruleId }: Finding): boolean {
  return HARMLESS.includes(ruleId);
}

export type GoingPlan = Extract<FilePlan, { kind: 'can go' }>;

/**
 * The words for the page's File Description: the label of one file, `CRSC, SENR 2022-23` for files
 * from one year, each label in full for files from several years, `SCSC 2022-23 part 1 of 3` for a
 * part, `SENR 2022-23 school 1930101` where the person wants it so.
 */
export function describe(files: readonly Described[]): string {
  const labels = files.map(({ label }) => label);
  const [first] = labels;
  if (!first) return '';
  if (files.some(({ part, labelPart }) => part ?? labelPart))
    return files.map(describeOne).join(', ');
  if (labels.length === 1) return formatLabel(first);
  const isOneYear = labels.every(({ schoolYear }) => schoolYear === first.schoolYear);
  if (!isOneYear) return labels.map(formatLabel).join(', ');
  return `${labels.map(({ fileType }) => fileType).join(', ')} ${first.schoolYear}`;
}

function describeOne({ label, part, labelPart }: Described): string {
  const words = formatLabel(label);
  if (labelPart?.namesSchool) return `${words} school ${labelPart.school}`;
  const number = part ?? labelPart;
  return number ? `${words} part ${number.number} of ${number.of}` : words;
}
