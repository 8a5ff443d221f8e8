import type { FilePlan } from '../fixes/plan.ts';
import type { FileFacts } from '../inspection/file-facts.ts';
import { isFixable, yearHistogram } from '../rules/rule.ts';
import type { FileRow, PartRow } from '../session/file-row.ts';
import { fileTypeSchema, schoolYearSchema, sha256Schema } from '../validation/calpads-schemas.ts';
import { z } from '../validation/z.ts';
import { shownText } from '../words/shown-text.ts';
import type { Words } from '../words/words.ts';

/*
 * The report that a person keeps of a check, as data. docs/check-report.md describes it for the
 * readers of the JSON file. A change to it that such a reader could trip over needs a new FORMAT.
 */

const KIND = 'Upload Assistant for Cal-PASS Plus: check report';
const FORMAT = 1;

const VERDICTS = [
  'ready',
  'ready after changes',
  'needs an answer',
  'held back',
  'not checked',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** `fixed`: it would hold the file back, and the prepared copy does not have it. */
const LEVELS = ['block', 'fixed', 'warn', 'note'] as const;

const count = z.int().nonnegative();
const code = z.string().regex(/^\d{7}$/);

const copySchema = z.strictObject({
  /** Set if the file goes in parts. */
  part: z.strictObject({ number: z.int().positive(), of: z.int().positive() }).optional(),
  rows: count.optional(),
  bytes: count,
  sha256: sha256Schema,
});

const fileSchema = z.strictObject({
  /** As the person has it. Characters that turn the direction of text are shown by their codes. */
  name: z.string(),
  verdict: z.enum(VERDICTS),
  bytes: count,
  /** See docs/check-report.md. Absent if the file could not be read. */
  contentHash: sha256Schema.optional(),
  /** Set if all records have the same type. */
  fileType: fileTypeSchema.optional(),
  rows: count.optional(),
  /** Different SSIDs. An estimate, which is within 1 % for a large file. */
  students: count.optional(),
  /** Records by what their field for it says. */
  schoolYears: z.array(z.strictObject({ schoolYear: schoolYearSchema, rows: count })),
  schools: z.array(z.strictObject({ code, rows: count })),
  reportingLeas: z.array(z.strictObject({ code, rows: count })),
  findings: z.array(z.strictObject({ rule: z.string(), level: z.enum(LEVELS), words: z.string() })),
  /** Set if the file can go: the name to send it under, and what changes on the way. */
  toSend: z
    .strictObject({
      name: z.string(),
      steps: z.array(z.string()),
      changes: z.array(z.string()),
      /** The copies that were made so far. None if the file goes as it is, or under a new name. */
      copies: z.array(copySchema),
    })
    .optional(),
});
export type ReportedFile = z.infer<typeof fileSchema>;

export const checkReportSchema = z.strictObject({
  kind: z.literal(KIND),
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  extension: z.string(),
  browser: z.string(),
  /** The language of all words in it. */
  language: z.string(),
  files: z.array(fileSchema),
});
export type CheckReport = z.infer<typeof checkReportSchema>;

export interface ReportFrame {
  /** In ISO 8601, in UTC. */
  readonly madeAt: string;
  readonly runningOn: { readonly extension: string; readonly browser: string };
  readonly language: string;
  /** Writes a text in that language. */
  readonly say: (words: Words) => string;
}

/** @param rows the files as they are shown */
export function checkReport(rows: readonly FileRow[], frame: ReportFrame): CheckReport {
  const { madeAt, runningOn, language, say } = frame;
  return {
    kind: KIND,
    format: FORMAT,
    madeAt,
    extension: runningOn.extension,
    browser: runningOn.browser,
    language,
    files: rows.map((row) => reportedFile(row, say)),
  };
}

/** Throws if anything else than the schema allows is in the report. */
export function reportAsJson(report: CheckReport): string {
  return `${JSON.stringify(checkReportSchema.parse(report), null, 2)}\n`;
}

function reportedFile(row: FileRow, say: ReportFrame['say']): ReportedFile {
  const { name, plan, bytes, contentHash, fileType, records, findings } = row;
  return {
    name: shownText(name),
    verdict: verdictOf(plan),
    bytes,
    ...(contentHash && { contentHash }),
    ...(fileType && { fileType }),
    ...(records && { rows: records.rows }),
    ...(records?.students !== undefined && { students: records.students }),
    ...countsOf(records),
    findings: findings.map((finding) => ({
      rule: finding.ruleId,
      level: plan?.kind === 'can go' && isFixable(finding) ? 'fixed' : finding.level,
      words: say(finding.words),
    })),
    ...(plan?.kind === 'can go' && {
      toSend: {
        name: plan.name,
        steps: [...plan.steps],
        changes: row.changes.map(say),
        copies: copiesOf(row),
      },
    }),
  };
}

function verdictOf(plan: FilePlan | undefined): Verdict {
  if (!plan) return 'not checked';
  if (plan.kind === 'held') return 'held back';
  if (plan.kind !== 'can go') return 'needs an answer';
  return plan.steps.length > 0 ? 'ready after changes' : 'ready';
}

function countsOf(
  records: FileFacts | undefined,
): Pick<ReportedFile, 'schoolYears' | 'schools' | 'reportingLeas'> {
  if (!records) return { schoolYears: [], schools: [], reportingLeas: [] };
  return {
    schoolYears: yearHistogram(records).map(([schoolYear, rows]) => ({ schoolYear, rows })),
    schools: byCode(records.schools),
    reportingLeas: byCode(records.reportingLeas),
  };
}

function byCode(counts: FileFacts['schools']): { code: string; rows: number }[] {
  return Object.entries(counts)
    .map(([each, rows = 0]) => ({ code: each, rows }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

function copiesOf({ parts, preparedSha256, preparedBytes, bytes }: FileRow) {
  if (parts) return parts.flatMap(copyOfPart);
  return preparedSha256 ? [{ bytes: preparedBytes ?? bytes, sha256: preparedSha256 }] : [];
}

function copyOfPart({ number, of, rows, bytes, sha256 }: PartRow) {
  return bytes === undefined || !sha256 ? [] : [{ part: { number, of }, rows, bytes, sha256 }];
}
