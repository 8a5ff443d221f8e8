import { escapeHtml } from './escape-html.ts';
import { REPORT_STYLE } from './report-style.ts';

interface HtmlPage {
  readonly language: string;
  readonly title: string;
  /** HTML. */
  readonly main: string;
}

/** A page that a person keeps. It loads nothing and runs nothing, and it can be printed. */
export function htmlPage({ language, title, main }: HtmlPage): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${main}
</main>
</body>
</html>
`;
}

/** In the time zone of the computer, with its name. @param at in milliseconds since 1970 */
export function momentIn(language: string, at: number): string {
  const format = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  return format.format(at);
}
