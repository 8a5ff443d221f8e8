import { ALL_RULES } from '../rules/all-rules.ts';
import type { Finding } from '../rules/rule.ts';
import type { ControlReport, PageReport, SignReport } from '../upload-page/page-state.ts';
import type { FileRow } from './file-row.ts';
import type { SessionSnapshot } from './snapshot.ts';

export interface ProblemReport {
  readonly runningOn: { readonly extension: string; readonly browser: string };
  readonly snapshot: SessionSnapshot;
  /** Only where the person ticked that it may be named. */
  readonly organization?: string | undefined;
}

/**
 * What the help desk or the makers need to understand a problem, in English, as they read it. It is
 * an allow-list: every line below names what it takes. No file's name, no LEA, no words of a finding
 * (they may hold either), and nothing from a record ever gets in.
 */
export function problemReport({ runningOn, snapshot, organization }: ProblemReport): string {
  const { page, phase, rows, canGo, held, fields, trouble } = snapshot;
  return [
    'Upload Assistant for Cal-PASS Plus: problem report',
    `Extension ${runningOn.extension} in ${runningOn.browser}`,
    `Organization: ${organization ?? 'not named'}`,
    `Page: ${pageWords(page)}`,
    ...[...page.controls, ...page.signs].map(findLine),
    `Phase: ${phase}`,
    ...(trouble ? [`Trouble: ${trouble}`] : []),
    ...(fields ? [`Fields: purpose ${fields.purpose}, description ${fields.description}`] : []),
    `Files: ${rows.length} chosen, ${canGo} can go, ${held} held back`,
    ...rows.map(fileLine),
  ].join('\n');
}

function pageWords({ state, why, missing }: PageReport): string {
  const reason = why ? ` (${why})` : '';
  return `${state}${reason}${missing.length > 0 ? `, missing: ${missing.join(', ')}` : ''}`;
}

function findLine({
  name,
  isFound,
  score,
  evidence,
  candidates,
}: ControlReport | SignReport): string {
  const found = isFound ? 'found' : 'not found';
  const by = evidence.length > 0 ? ` by ${evidence.join(', ')}` : '';
  return `- ${name}: ${found}, score ${score}${by}, candidates ${candidates}`;
}

function fileLine(row: FileRow, place: number): string {
  const { plan } = row;
  const steps =
    plan?.kind === 'can go' && plan.steps.length > 0 ? ` (${plan.steps.join(', ')})` : '';
  const rules = row.findings.map(ruleWords).join(', ') || 'none';
  const kind = plan?.kind ?? 'not checked yet';
  return `${place + 1}. ${labelWords(row)}, ${sizeWords(row.bytes)}: ${kind}${steps}; rules: ${rules}`;
}

function labelWords({ plan, fileType, schoolYears }: FileRow): string {
  if (plan?.kind === 'can go') return `${plan.label.fileType} ${plan.label.schoolYear}`;
  const years = schoolYears.map(([year]) => year).join(' and ');
  return [fileType ?? 'unknown type', years].filter(Boolean).join(' ');
}

/** To the megabyte: an exact size could tell one district's file from another's. */
function sizeWords(bytes: number): string {
  if (bytes === 0) return '0 bytes';
  return bytes < 1_000_000 ? 'under 1 MB' : `${Math.round(bytes / 1_000_000)} MB`;
}

const RULE_IDS: ReadonlySet<string> = new Set(ALL_RULES.map(({ id }) => id));

function ruleWords({ ruleId, level }: Finding): string {
  return RULE_IDS.has(ruleId) ? `${ruleId} (${level})` : 'unknown rule';
}
