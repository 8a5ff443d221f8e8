import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import type { FileFacts } from '../../../lib/inspection/file-facts.ts';
import { inspectChosenFile } from '../../../lib/inspection/inspect-chosen-file.ts';
import type { Inspection } from '../../../lib/inspection/inspection.ts';
import type { CheckResult } from '../../../lib/rules/check-files.ts';
import { checkFiles } from '../../../lib/rules/check-files.ts';
import type { InspectedFile } from '../../../lib/rules/checked-file.ts';
import type { Finding } from '../../../lib/rules/rule.ts';
import { textWith } from '../support/facts.ts';
import { latin1 } from '../support/records.ts';

/** A file as a person would choose it. Each character of text stands for one byte. */
export interface Chosen {
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly chosenYear?: SchoolYear;
}

/** All findings for files chosen together, one list per file. */
export async function findingsOf(...chosen: readonly Chosen[]): Promise<(readonly Finding[])[]> {
  return (await resultsOf(...chosen)).map(({ findings }) => findings);
}

/** What the rules say about files chosen together, one result per file. */
export async function resultsOf(...chosen: readonly Chosen[]): Promise<CheckResult[]> {
  const { signal } = new AbortController();
  const files = chosen.map(async ({ name, content, chosenYear }, at): Promise<InspectedFile> => {
    const bytes = typeof content === 'string' ? latin1(content) : content;
    const inspection = await inspectChosenFile(new File([bytes], name), { signal });
    return { id: String(at), name, inspection, ...(chosenYear && { chosenYear }) };
  });
  return checkFiles(await Promise.all(files));
}

/** One rule's findings about the last of the files chosen together. */
export async function found(ruleId: string, ...chosen: readonly Chosen[]): Promise<Finding[]> {
  const findings = (await findingsOf(...chosen)).at(-1) ?? [];
  return findings.filter((finding) => finding.ruleId === ruleId);
}

/** The rule ids of all findings about one file, in the order in which the person reads them. */
export async function ruleIds(name: string, content: Chosen['content']): Promise<string[]> {
  const [findings = []] = await findingsOf({ name, content });
  return findings.map(({ ruleId }) => ruleId);
}

/** The same for facts that a test makes up, e.g. about files that are too large for a test. */
export function foundInFacts(
  ruleId: string,
  name: string,
  facts: FileFacts,
  other: Partial<InspectedFile> = {},
): Finding[] {
  return foundInInspection(ruleId, name, textWith(facts), other);
}

export function foundInInspection(
  ruleId: string,
  name: string,
  inspection: Inspection,
  other: Partial<InspectedFile> = {},
): Finding[] {
  const [result] = checkFiles([{ id: 'only', name, inspection, ...other }]);
  return (result?.findings ?? []).filter((finding) => finding.ruleId === ruleId);
}
