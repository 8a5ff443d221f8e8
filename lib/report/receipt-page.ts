import { shownText } from '../words/shown-text.ts';
import type { MessageKey, Words } from '../words/words.ts';
import type { ReportFrame } from './check-report.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlPage, momentIn } from './html-page.ts';

/** A file that the page thanked for, as the ledger keeps it. */
interface SentFile {
  /** The moment of the thanks, in milliseconds since 1970. */
  readonly at: number;
  readonly file: {
    readonly name: string;
    readonly fileType: string;
    readonly schoolYear: string;
    readonly part?: { readonly number: number; readonly of: number } | undefined;
    readonly rows: number;
    readonly attachedBytes: number;
    readonly attachedSha256: string;
    readonly contentHash: string;
  };
}

/** Each term with its words. */
type Lines = readonly (readonly [term: MessageKey, words: string])[];

/** The receipt of the files that the page thanked for, as one HTML page. */
export function receiptPage(sent: readonly SentFile[], frame: ReportFrame): string {
  const { language, madeAt, runningOn, say } = frame;
  const write = (words: Words) => escapeHtml(say(words));
  const made = momentIn(language, Date.parse(madeAt));
  const sections = sent.map(({ at, file }) => {
    const thanks = momentIn(language, at);
    const lines = [...linesOf(file, say), ['event_confirmed', thanks] as const];
    return `<section>
<h2>${escapeHtml(shownText(file.name))}</h2>
<dl>${lines.map(([term, words]) => line(write([term]), words)).join('')}</dl>
</section>`;
  });
  return htmlPage({
    language,
    title: say(['sent_receipt_title']),
    main: `<p>${write(['check_report_made', made, runningOn.extension, runningOn.browser])}</p>
<p>${write(['sent_receipt_about'])}</p>
${sections.join('\n')}
<p class="soft">${write(['setup_paper_hashes'])}</p>`,
  });
}

function linesOf(file: SentFile['file'], say: ReportFrame['say']): Lines {
  const { fileType, schoolYear, part, rows, attachedBytes, attachedSha256, contentHash } = file;
  const kind = [
    `${fileType} ${schoolYear}`,
    ...(part ? [say(['check_report_part', { count: part.number }, { count: part.of }])] : []),
  ];
  return [
    ['sent_receipt_kind', kind.join(', ')],
    ['check_report_rows', say(['check_report_number', { count: rows }])],
    ['event_bytes_attached', say(['event_bytes', { count: attachedBytes }])],
    ['event_sha256', attachedSha256],
    ['event_content_hash', contentHash],
  ];
}

function line(term: string, words: string): string {
  return `<div><dt>${term}</dt><dd>${escapeHtml(words)}</dd></div>`;
}
