import type { MessageKey, WordArg, Words } from '../words/words.ts';
import type { CheckReport, ReportedFile, Verdict } from './check-report.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlPage, momentIn } from './html-page.ts';

const VERDICT_WORDS: Readonly<Record<Verdict, MessageKey>> = {
  ready: 'check_report_verdict_ready',
  'ready after changes': 'check_report_verdict_to_fix',
  'needs an answer': 'check_report_verdict_asks',
  'held back': 'check_report_verdict_held',
  'not checked': 'check_report_verdict_unchecked',
};

const LEVEL_WORDS: Readonly<Record<ReportedFile['findings'][number]['level'], MessageKey>> = {
  block: 'check_report_level_block',
  fixed: 'check_report_level_fixed',
  warn: 'check_report_level_warn',
  note: 'check_report_level_note',
};

/** Writes texts, escaped for HTML. */
type Write = (key: MessageKey, ...args: readonly WordArg[]) => string;

/** The report as one HTML page. */
export function reportPage(report: CheckReport, say: (words: Words) => string): string {
  const write: Write = (key, ...args) => escapeHtml(say([key, ...args]));
  const { language, files, extension, browser, madeAt } = report;
  const moment = momentIn(language, Date.parse(madeAt));
  return htmlPage({
    language,
    title: say(['check_report_title']),
    main: `<p>${write('check_report_made', moment, extension, browser)}</p>
<p>${write('check_report_about')}</p>
${summary(files, write)}
${files.map((file, at) => fileSection(file, at, write)).join('\n')}
<p class="soft">${write('check_report_hash_note')}</p>`,
  });
}

function summary(files: readonly ReportedFile[], write: Write): string {
  const heads = [
    'check_report_file',
    'check_report_verdict',
    'check_report_type',
    'check_report_rows',
  ] as const;
  const rows = files.map(
    (file, at) => `<tr>
<th scope="row"><a href="#file-${at + 1}">${escapeHtml(file.name)}</a></th>
<td>${write(VERDICT_WORDS[file.verdict])}</td>
<td>${escapeHtml(typeAndYears(file))}</td>
<td class="number">${file.rows === undefined ? '' : write('check_report_number', { count: file.rows })}</td>
</tr>`,
  );
  return `<table>
<caption>${write('check_report_all_files', { count: files.length })}</caption>
<thead><tr>${heads.map((key) => `<th scope="col">${write(key)}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table>`;
}

function typeAndYears({ fileType, schoolYears }: ReportedFile): string {
  return [fileType, schoolYears.map(({ schoolYear }) => schoolYear).join(', ')]
    .filter(Boolean)
    .join(' ');
}

function fileSection(file: ReportedFile, at: number, write: Write): string {
  return `<section id="file-${at + 1}">
<h2>${escapeHtml(file.name)}</h2>
<p class="verdict">${write(VERDICT_WORDS[file.verdict])}</p>
${figures(file, write)}
${findings(file, write)}
${toSend(file, write)}
${counts('check_report_by_year', yearCounts(file), write)}
${counts('check_report_by_school', file.schools, write)}
${counts('check_report_by_lea', file.reportingLeas, write)}
</section>`;
}

function figures({ bytes, rows, students, contentHash }: ReportedFile, write: Write): string {
  const lines = [
    line('check_report_size', write('size', { bytes }), write),
    rows === undefined
      ? ''
      : line('check_report_rows', write('check_report_number', { count: rows }), write),
    students === undefined
      ? ''
      : line('check_report_students', write('check_report_number', { count: students }), write),
    contentHash ? line('check_report_content_hash', hash(contentHash), write) : '',
  ];
  return `<dl>${lines.join('')}</dl>`;
}

function line(term: MessageKey, html: string, write: Write): string {
  return `<div><dt>${write(term)}</dt><dd>${html}</dd></div>`;
}

function hash(hex: string): string {
  return `<code>${escapeHtml(hex)}</code>`;
}

function findings({ findings: all }: ReportedFile, write: Write): string {
  if (all.length === 0) return '';
  const items = all.map(
    ({ level, words }) =>
      `<li><strong>${write(LEVEL_WORDS[level])}:</strong> ${escapeHtml(words)}</li>`,
  );
  return `<h3>${write('check_report_findings')}</h3>\n<ul>${items.join('\n')}</ul>`;
}

function toSend({ name, toSend: sent }: ReportedFile, write: Write): string {
  if (!sent) return '';
  const changes = sent.changes.map((words) => `<li>${escapeHtml(words)}</li>`);
  const copies = sent.copies.map(({ part, bytes, sha256 }) =>
    line(
      'check_report_copy',
      [
        part ? `${write('check_report_part', { count: part.number }, { count: part.of })}, ` : '',
        `${write('size', { bytes })}, SHA-256 ${hash(sha256)}`,
      ].join(''),
      write,
    ),
  );
  const newName =
    sent.name === name ? '' : line('check_report_new_name', escapeHtml(sent.name), write);
  if (!newName && changes.length + copies.length === 0) return '';
  return `<h3>${write('check_report_changes')}</h3>
<dl>${newName}${copies.join('')}</dl>
${changes.length > 0 ? `<ul>${changes.join('')}</ul>` : ''}`;
}

interface CodeCount {
  readonly code: string;
  readonly rows: number;
}

function yearCounts({ schoolYears }: ReportedFile): CodeCount[] {
  return schoolYears.map(({ schoolYear, rows }) => ({ code: schoolYear, rows }));
}

function counts(title: MessageKey, all: readonly CodeCount[], write: Write): string {
  if (all.length === 0) return '';
  const items = all.map(
    ({ code, rows }) =>
      `<li>${escapeHtml(code)}: ${write('check_report_number', { count: rows })}</li>`,
  );
  return `<h3>${write(title)}</h3>\n<ul class="counts">${items.join('')}</ul>`;
}
