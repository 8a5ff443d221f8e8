import { expect } from 'vitest';
import type { Doc, ExtensionTab, Viewport } from './drivers/driver.ts';
import { SOON_MS } from './panel-box.ts';
import { waitFor } from './wait-for.ts';

/** A document of the extension, and the window that it is seen in. */
export interface Shown {
  readonly name: string;
  readonly doc: Doc;
  readonly viewport: Viewport;
  /** Brings the document back to the state to check after the window has another size. */
  readonly prepare?: () => Promise<void>;
  readonly picture: (name: string) => Promise<void>;
}

interface Layout {
  readonly name: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly text: 'usual' | 'twice as large';
}

const LAYOUTS: readonly Layout[] = [
  { name: 'at 1280 px', width: 1280, height: 800, text: 'usual' },
  { name: 'at 320 px', width: 320, height: 640, text: 'usual' },
  { name: 'with text at 200 %', width: 1280, height: 800, text: 'twice as large' },
];

/**
 * What axe cannot see: nothing is cut off or lies over something else, however narrow the window and
 * however large the text; the focus is in view; and in forced colors, buttons still differ.
 */
export async function expectReadable(shown: Shown): Promise<void> {
  const { name, doc, viewport } = shown;
  for (const layout of LAYOUTS) {
    await viewport.resize(layout.width, layout.height);
    await shown.prepare?.();
    if (layout.text === 'twice as large') await doc.evaluate(enlargeText, undefined);
    const what = `${name} ${layout.name}`;
    await expectNothingIn(doc, troublesIn, what);
    await expectNothingIn(doc, hiddenFocusIn, `focus in ${what}`);
    if (layout.width < 1280) await shown.picture(what);
    await doc.evaluate(resetText, undefined);
  }
  await viewport.resize(1280, 900);
  await shown.prepare?.();
  await expectButtonsDiffer(shown);
}

/** The same for a tab of the extension's own. */
export function shownTab(
  tab: ExtensionTab,
  name: string,
  picture: (tab: ExtensionTab, name: string) => Promise<void>,
): Shown {
  return { name, doc: tab, viewport: tab, picture: (what) => picture(tab, what) };
}

/** A document may still settle, so it has a moment. */
async function expectNothingIn(
  doc: Doc,
  look: (arg: undefined) => readonly string[],
  what: string,
): Promise<void> {
  let troubles: readonly string[] = [];
  await waitFor(
    `nothing to be amiss: ${what}`,
    async () => {
      troubles = await doc.evaluate(look, undefined);
      return troubles.length === 0 || undefined;
    },
    () => troubles.join('\n'),
    SOON_MS,
  );
}

async function expectButtonsDiffer({ name, doc, viewport }: Shown): Promise<void> {
  if (!viewport.forceColors) return; // Firefox takes them from the system alone
  await viewport.forceColors('active');
  const looks = await waitFor('forced colors', () => doc.evaluate(looksOfButtons, undefined));
  await viewport.forceColors('none');
  const shared = looks.primary.filter((look) => looks.secondary.includes(look));
  expect(shared, `looks of both kinds of buttons in ${name}`).toEqual([]);
}

// ── these run in the document, so they must not use anything outside themselves ──────────────

/** As a browser does that enlarges text alone: every size, also one that a style sheet gives in pixels. */
function enlargeText(): void {
  const all = [...document.querySelectorAll<HTMLElement>('body, body *')];
  const sizes = all.map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  for (const [at, element] of all.entries()) element.style.fontSize = `${2 * (sizes[at] ?? 0)}px`;
}

function resetText(): void {
  for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
    element.style.removeProperty('font-size');
  }
}

function troublesIn(): string[] {
  /** Letters of two texts may touch, but not by more than the air around them, in CSS pixels. */
  const MOST_TOUCHING = 4;
  const MOST_TOLD = 12;
  const CONTROLS = 'a[href], button, input, select, textarea, summary';
  /** These scroll by themselves: a table of numbers, and what a person types. */
  const MAY_SCROLL = '.wide-table, .plain-table, textarea, input, select, progress, svg *';

  interface Edges {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  interface Piece extends Edges {
    readonly words: string;
    readonly element: Element;
  }
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest('.visually-hidden');
  const nameOf = (element: Element) =>
    `<${element.localName} ${element.className}> “${element.textContent.trim().slice(0, 40)}”`;

  /** What is left of the edges after everything around has cut off what it does not show. */
  const inSight = (edges: Edges, element: Element | null): Edges => {
    if (!element || element === document.body) return edges;
    const { overflowX, overflowY } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const across = overflowX === 'visible' ? edges : box;
    const down = overflowY === 'visible' ? edges : box;
    const cut = {
      left: Math.max(edges.left, across.left),
      right: Math.min(edges.right, across.right),
      top: Math.max(edges.top, down.top),
      bottom: Math.min(edges.bottom, down.bottom),
    };
    return inSight(cut, element.parentElement);
  };
  const piecesOf = (rects: DOMRectList, words: string, element: Element, around: Element | null) =>
    [...rects]
      .map((rect): Piece => ({ words, element, ...inSight(rect, around) }))
      .filter(({ left, top, right, bottom }) => right - left > 1 && bottom - top > 1);

  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const words = node.textContent?.trim().slice(0, 60) ?? '';
    if (!words || !element || element.closest('select, textarea') || !isSeen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    pieces.push(...piecesOf(range.getClientRects(), words, element, element));
  }
  for (const element of document.querySelectorAll(CONTROLS)) {
    if (!isSeen(element)) continue;
    pieces.push(
      ...piecesOf(element.getClientRects(), nameOf(element), element, element.parentElement),
    );
  }

  const isOne = (a: Piece, b: Piece) =>
    a.element === b.element || a.element.contains(b.element) || b.element.contains(a.element);
  const isOver = (a: Piece, b: Piece) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > MOST_TOUCHING &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > MOST_TOUCHING;
  const over: string[] = [];
  pieces.sort((a, b) => a.top - b.top);
  for (const [at, one] of pieces.entries()) {
    for (const other of pieces.slice(at + 1)) {
      if (other.top > one.bottom) break;
      if (!isOne(one, other) && isOver(one, other)) {
        over.push(`“${other.words}” lies over “${one.words}”`);
      }
    }
  }

  const { clientWidth, scrollWidth } = document.documentElement;
  const sideways =
    scrollWidth > clientWidth ? [`the page scrolls sideways: ${scrollWidth} > ${clientWidth}`] : [];
  const out = pieces
    .filter(({ left, right }) => left < -1 || right > clientWidth + 1)
    .map(({ words }) => `“${words}” sticks out of the page`);

  const cut = [...document.querySelectorAll('body *')].flatMap((element) => {
    if (!isSeen(element) || element.closest(MAY_SCROLL)) return [];
    const { overflowX, overflowY, textOverflow, display } = getComputedStyle(element);
    if (textOverflow === 'ellipsis' || display === 'inline') return [];
    const isWider = element.scrollWidth > element.clientWidth + 1;
    const isHigher = element.scrollHeight > element.clientHeight + 1;
    const isButton = element.matches('button, td, th');
    if (isWider && (overflowX !== 'visible' || isButton)) return [`${nameOf(element)} is too wide`];
    if (isHigher && /hidden|clip/.test(overflowY)) return [`${nameOf(element)} is cut off below`];
    return [];
  });
  return [...new Set([...sideways, ...cut, ...out, ...over])].slice(0, MOST_TOLD);
}

/** Controls that, with the focus, lie wholly under something else or outside the window. */
function hiddenFocusIn(): string[] {
  const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const before = document.activeElement;
  const hidden = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter((element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    element.focus();
    if (document.activeElement !== element) return false; // it takes no focus
    const isHit = (x: number, y: number) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (element.contains(hit) || hit.closest('label')?.control === element);
    };
    return ![...element.getClientRects()].some(({ left, top, right, bottom }) =>
      [0.5, 0.1, 0.9].some((share) =>
        isHit(left + (right - left) * share, top + (bottom - top) * share),
      ),
    );
  });
  if (before instanceof HTMLElement) before.focus();
  return hidden.map(({ outerHTML }) => `out of view: ${outerHTML.slice(0, 120)}`);
}

/** @returns undefined until the colors are forced */
function looksOfButtons(): { primary: string[]; secondary: string[] } | undefined {
  if (!matchMedia('(forced-colors: active)').matches) return undefined;
  const looksOf = (selector: string) =>
    [...document.querySelectorAll(selector)]
      .filter((button) => button.checkVisibility())
      .map((button) => {
        const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(button);
        return [borderTopWidth, borderTopColor, backgroundColor].join(' ');
      });
  return {
    primary: looksOf('.button.primary:not(:disabled)'),
    secondary: looksOf('.button:not(.primary, .link, :disabled)'),
  };
}
