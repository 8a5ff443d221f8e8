/** Elements without content. */
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** Elements that the next one of their kind ends, so that many without an end tag are not nested. */
const ENDED_BY_NEXT = new Set(
  'body colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr'.split(' '),
);
const TAG = /<(\/?)([a-z][^\s/>]*)/gi;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const FOREIGN = /<(\/?)(?:svg|math)(?![^\s/>])/gi;

/**
 * How much work a browser's HTML parser has with a simplified page, at most: for each element, how
 * many are open around it. The parser may look through all of those, or open them again, so 20,000
 * nested tables keep it busy for seconds. This takes one pass.
 */
export function parseWork(html: string): number {
  const open = new Map<string, number>();
  let depth = 0;
  let work = 0;
  for (const [, end, name = ''] of html.matchAll(TAG)) {
    const kind = name.toLowerCase();
    if (!end) work += depth;
    if (VOID.has(kind) || ENDED_BY_NEXT.has(kind)) continue;
    const ofKind = open.get(kind) ?? 0;
    const change = end ? (ofKind > 0 ? -1 : 0) : 1;
    open.set(kind, ofKind + change);
    depth += change;
  }
  return work;
}

/**
 * The same page, easier to weigh: without comments, and with drawings and formulas as plain text.
 * Inside a drawing other rules hold: even `<td>` and `<br>` can be nested there.
 */
export function simplified(html: string): string {
  return html.replaceAll(COMMENT, '').replaceAll(FOREIGN, '<$1span');
}
