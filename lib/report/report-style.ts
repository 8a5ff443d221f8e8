/** The colors are the reader's own, so the page is legible in light, dark and forced colors. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
body { margin: 0; background: Canvas; color: CanvasText; }
main { max-width: 800px; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 22px; margin: 0 0 8px; }
h2 { font-size: 17px; margin: 0 0 4px; overflow-wrap: anywhere; }
h3 { font-size: 14px; margin: 12px 0 4px; }
p, dl, ul { margin: 4px 0; }
table { width: 100%; border-collapse: collapse; margin: 16px 0; }
caption { text-align: start; font-weight: 600; padding: 4px 0; }
th, td { text-align: start; vertical-align: top; padding: 4px 8px; border-bottom: 1px solid GrayText; }
tbody th { overflow-wrap: anywhere; font-weight: normal; }
.number { text-align: end; }
section { border-top: 2px solid CanvasText; padding: 12px 0; margin-top: 16px; }
.verdict { font-weight: 600; }
dl > div { display: flex; flex-wrap: wrap; column-gap: 8px; }
dt::after { content: ":"; }
dd { margin: 0; overflow-wrap: anywhere; min-width: 0; }
ul { padding-inline-start: 20px; }
.counts { list-style: none; padding: 0; columns: 160px; }
code { font: 12px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
@media print {
  main { max-width: none; padding: 0; }
  section, tr, li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
`;
