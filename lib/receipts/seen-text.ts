import type { StyleRule } from './page-styles.ts';
import { Styles } from './page-styles.ts';

/**
 * Leaves in a page only what a reader sees. Struck text gets a `~` on both sides and raised or
 * lowered text a `^` in front, because none of it is a row count, even if a cell has nothing else.
 */
export function markSeenText(page: Document, rules: readonly StyleRule[]): void {
  const styles = new Styles(page, rules);
  for (const element of page.querySelectorAll('script, style, template, noscript, [hidden]')) {
    element.remove();
  }
  for (const element of allIn(page).filter((one) => isUnseen(one, styles))) element.remove();
  dropZeroSized(page, styles);
  setApart(page, styles);
}

function allIn(page: Document): Element[] {
  return [...page.querySelectorAll('body *')];
}

function isUnseen(element: Element, styles: Styles): boolean {
  return (
    styles.valueOf(element, 'display') === 'none' ||
    /^(?:hidden|collapse)$/.test(styles.valueOf(element, 'visibility')) ||
    styles.valueOf(element, 'mso-hide') === 'all' ||
    isZero(styles.valueOf(element, 'opacity')) ||
    isZero(styles.valueOf(element, 'max-height'))
  );
}

/** `0`, `0px`, `0.0pt`, `.0em`. */
function isZero(value: string): boolean {
  return /^(?=.?0)0*\.?0*(?:[a-z]+|%)?$/.test(value);
}

/** Text of size 0. Laid-out mails put it around elements that have a size of their own. */
function dropZeroSized(page: Document, styles: Styles): void {
  const sizes = new Map(allIn(page).map((element) => [element, sizeOf(element, styles)]));
  for (const [element, size] of sizes) if (isZero(size)) dropText(element, sizes);
}

function dropText(element: Element, sizes: ReadonlyMap<Element, string>): void {
  for (const child of [...element.childNodes]) {
    if (child.nodeType === child.TEXT_NODE) child.remove();
  }
  for (const child of element.children) {
    if (!hasOwnSize(sizes.get(child) ?? '')) dropText(child, sizes);
  }
}

function sizeOf(element: Element, styles: Styles): string {
  const shorthand = /(?:^| )([\d.]+[a-z%]*)(?:[ /]|$)/.exec(styles.valueOf(element, 'font'))?.[1];
  return styles.valueOf(element, 'font-size') || (shorthand ?? '');
}

/** A part of nothing is nothing. */
function hasOwnSize(size: string): boolean {
  const isPart = /%$|(?<!r)em$|^(?:inherit|smaller|larger|unset)$/.test(size);
  return size !== '' && !isPart && !isZero(size);
}

/** So that `1027` with a raised 1 is not read as 10271, nor a struck 57 before 58 as 5758. */
function setApart(page: Document, styles: Styles): void {
  const all = allIn(page);
  const struck = all.filter((element) => isStruck(element, styles));
  const raised = all.filter((element) => isRaised(element, styles));
  for (const element of struck.flatMap(cellsIn)) putInside(element, ' ~', '~ ');
  for (const element of raised) putInside(element, ' ^', ' ');
  for (const element of page.querySelectorAll('br, p, div, li, ins')) {
    element.before(' ');
    element.after(' ');
  }
}

/** The cells of a struck row or table, each of which is struck. Otherwise the element itself. */
function cellsIn(element: Element): readonly Element[] {
  const cells = [...element.querySelectorAll('td, th')];
  return cells.length > 0 ? cells : [element];
}

/** Inside the element, because a cell may be struck as a whole. */
function putInside(element: Element, before: string, after: string): void {
  if (!element.textContent?.trim()) return;
  element.prepend(before);
  element.append(after);
}

function isStruck(element: Element, styles: Styles): boolean {
  if (element.matches('s, strike, del')) return true;
  return ['text-decoration', 'text-decoration-line'].some((property) =>
    styles.valueOf(element, property).includes('line-through'),
  );
}

/** Around or in the parts of a table, these words only place them. */
function isRaised(element: Element, styles: Styles): boolean {
  if (element.matches('sup, sub')) return true;
  const align = styles.valueOf(element, 'vertical-align');
  const raise = styles.valueOf(element, 'mso-text-raise');
  const isMoved = /^(?:super|sub)$|\d/.test(align) && !isZero(align);
  if (!isMoved && !(/\d/.test(raise) && !isZero(raise))) return false;
  const isTablePart = element.matches('table, thead, tbody, tfoot, tr, td, th');
  return !isTablePart && element.querySelector('td, th') === null;
}
