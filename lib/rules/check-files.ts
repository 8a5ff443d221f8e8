import { ALL_RULES } from './all-rules.ts';
import type { InspectedFile } from './checked-file.ts';
import { chosenFile } from './checked-file.ts';
import { withPeers } from './peers.ts';
import { remembered } from './remembered.ts';
import type { CheckedFile, ChosenFile, Finding, Level, Rule } from './rule.ts';
import { sameFileTwice } from './same-file-twice.ts';
import { wideEncoding } from './wide-encoding.ts';

export interface CheckResult {
  readonly file: CheckedFile;
  /** Most severe first. Findings of one level are in the order of ALL_RULES. */
  readonly findings: readonly Finding[];
}

/**
 * Runs all rules on all files. A finding in one file hides nothing in another. Whether several files
 * of one label can go depends on what else is wrong with each, so the rules about parts come last.
 *
 * A choice may have hundreds of files, and is judged again whenever one more is checked. So a file is
 * judged again only if it or one of its peers changed. Otherwise it has the same result as before.
 */
export function checkFiles(files: readonly InspectedFile[]): CheckResult[] {
  const chosen = files.map((file) => chosenOnce(file));
  const findings = withPeers(chosen).map((file) => findingsOnce(file));
  const judged = chosen.map((file, place) =>
    judgedOnce(file, findings[place]?.some(isHolding) === true),
  );
  return withPeers(judged).map((file, place) => resultOnce(file, findings[place] ?? []));
}

const chosenOnce = remembered(chosenFile);
const findingsOnce = remembered(findingsOf);
const judgedOnce = remembered((file: ChosenFile, isHeld: boolean) => ({ ...file, isHeld }));
const resultOnce = remembered((file: CheckedFile, findings: readonly Finding[]): CheckResult => {
  const aboutParts = PART_RULES.flatMap((rule) => ask(rule, file));
  return { file, findings: inOrder([...findings, ...aboutParts]) };
});

/** Its label is not sure, or it cannot go at all. A copy is no worse than the file it is a copy of. */
function isHolding({ level, fix, ruleId }: Finding): boolean {
  if (level !== 'block' || ruleId === sameFileTwice.id) return false;
  return !fix || fix === 'choose school year';
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
