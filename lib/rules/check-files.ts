import { ALL_RULES } from './all-rules.ts';
import type { InspectedFile } from './checked-file.ts';
import { checkedFile } from './checked-file.ts';
import type { CheckedFile, Finding, Level, Rule } from './rule.ts';
import { wideEncoding } from './wide-encoding.ts';

export interface CheckResult {
  readonly file: CheckedFile;
  /** Most severe first. Findings of one level are in the order of ALL_RULES. */
  readonly findings: readonly Finding[];
}

/** Runs all rules on all files. A finding in one file hides nothing in another. */
export function checkFiles(files: readonly InspectedFile[]): CheckResult[] {
  const checked = files.map(checkedFile);
  return checked.map((alone, place) => {
    const others = checked
      .map((other, otherPlace) => ({ ...other, isEarlier: otherPlace < place }))
      .filter((_, otherPlace) => otherPlace !== place);
    const file: CheckedFile = { ...alone, others };
    return { file, findings: findingsOf(file) };
  });
}

const SEVERITY: Readonly<Record<Level, number>> = { block: 0, warn: 1, note: 2 };

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
  const others = ALL_RULES.filter(({ about }) => about !== 'file');
  const asked = isLegible ? others : others.filter(({ about }) => about !== 'records');
  return [...ofFile, ...asked.flatMap((rule) => ask(rule, file))].toSorted(
    (a, b) => SEVERITY[a.level] - SEVERITY[b.level],
  );
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
