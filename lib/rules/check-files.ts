import { ALL_RULES } from './all-rules.ts';
import type { InspectedFile } from './checked-file.ts';
import { checkedFile } from './checked-file.ts';
import type { CheckedFile, Finding, Level, Rule } from './rule.ts';
import { sameFileTwice } from './same-file-twice.ts';
import { wideEncoding } from './wide-encoding.ts';

export interface CheckResult {
  readonly file: CheckedFile;
  /** Most severe first. Findings of one level are in the order of ALL_RULES. */
  readonly findings: readonly Finding[];
}

type Alone = Omit<CheckedFile, 'others'>;

/**
 * Runs all rules on all files. A finding in one file hides nothing in another. Whether several files
 * of one label can go depends on what else is wrong with each, so the rules about parts come last.
 */
export function checkFiles(files: readonly InspectedFile[]): CheckResult[] {
  const checked = amongOthers(files.map(checkedFile));
  const findings = checked.map(findingsOf);
  const judged = checked.map(({ others: _, ...alone }, place) => ({
    ...alone,
    isHeld: findings[place]?.some(isHolding) === true,
  }));
  return amongOthers(judged).map((file, place) => {
    const aboutParts = PART_RULES.flatMap((rule) => ask(rule, file));
    return { file, findings: inOrder([...(findings[place] ?? []), ...aboutParts]) };
  });
}

/** Its label is not sure, or it cannot go at all. A copy is no worse than the file it is a copy of. */
function isHolding({ level, fix, ruleId }: Finding): boolean {
  if (level !== 'block' || ruleId === sameFileTwice.id) return false;
  return !fix || fix === 'choose school year';
}

/** Each file is copied twice in all, and not once for each other file: there may be hundreds. */
function amongOthers(files: readonly Alone[]): CheckedFile[] {
  const earlier = files.map((file) => ({ ...file, isEarlier: true }));
  const later = files.map((file) => ({ ...file, isEarlier: false }));
  return files.map((alone, place) => ({
    ...alone,
    others: [...earlier.slice(0, place), ...later.slice(place + 1)],
  }));
}

const SEVERITY: Readonly<Record<Level, number>> = { block: 0, warn: 1, note: 2 };
const PLACES = new Map(ALL_RULES.map(({ id }, place) => [id, place]));
const PART_RULES = ALL_RULES.filter(({ about }) => about === 'parts');

function inOrder(findings: readonly Finding[]): Finding[] {
  const placeOf = ({ ruleId }: Finding) => PLACES.get(ruleId) ?? 0;
  return findings.toSorted(
    (a, b) => SEVERITY[a.level] - SEVERITY[b.level] || placeOf(a) - placeOf(b),
  );
}

function findingsOf(file: CheckedFile): Finding[] {
  const ofFile = rootCause(file);
  const isWideText = !file.archive && ofFile.at(-1)?.ruleId === wideEncoding.id;
  const converted = isWideText && asConverted(file);
  if (converted) {
    const inside = findingsOf(converted);
    const isMendable = inside.every(({ level, fix }) => level !== 'block' || fix);
    if (isMendable) return [...ask(wideEncoding, file).map(withConversion), ...inside];
  }
  const isLegible = !ofFile.some(({ level }) => level === 'block');
  const others = ALL_RULES.filter(({ about }) => about !== 'file' && about !== 'parts');
  const asked = isLegible ? others : others.filter(({ about }) => about !== 'records');
  return [...ofFile, ...asked.flatMap((rule) => ask(rule, file))];
}

/** The file as it will be after its wide text is converted. The conversion loses nothing. */
function asConverted(file: CheckedFile): CheckedFile | undefined {
  return file.records && { ...file, records: { ...file.records, encoding: 'utf-8' } };
}

function withConversion(finding: Finding): Finding {
  const [, ...encoding] = finding.words;
  return { ...finding, words: ['finding_wide_encoding_mendable', ...encoding], fix: 'convert' };
}

/** What is wrong with the file itself. The first blocking problem explains the rest. */
function rootCause(file: CheckedFile): Finding[] {
  const findings: Finding[] = [];
  for (const rule of ALL_RULES.filter(({ about }) => about === 'file')) {
    findings.push(...ask(rule, file));
    if (findings.at(-1)?.level === 'block') break;
  }
  return findings;
}

function ask(rule: Rule, file: CheckedFile): Finding[] {
  const verdict = rule.check(file);
  return verdict ? [{ level: rule.level, ...verdict, ruleId: rule.id }] : [];
}
