import { Refusal } from './refusal.ts';

/** Properties that decide whether a reader sees a number, or sees it as one that counts. */
const TELLING = new Set([
  'display',
  'visibility',
  'opacity',
  'max-height',
  'mso-hide',
  'font',
  'font-size',
  'text-decoration',
  'text-decoration-line',
  'vertical-align',
  'mso-text-raise',
]);

export interface StyleRule {
  readonly selector: string;
  /** Values by property, in small letters. */
  readonly style: ReadonlyMap<string, string>;
}

/** Spreadsheets write some dozens of rules, and 20,000 characters. */
const MOST_RULES = 200;
const MOST_CHARACTERS = 200_000;

/**
 * The style rules of a pasted page, as far as they matter for its numbers. Spreadsheets put them into
 * a comment, which simplified() drops, so they are read before.
 * @throws Refusal if they are too many to be those of a table
 */
export function styleRules(html: string): StyleRule[] {
  const css = styleSheets(html);
  const rules = css.length > MOST_CHARACTERS ? [] : rulesIn(css);
  if (css.length > MOST_CHARACTERS || rules.length > MOST_RULES) {
    throw new Refusal(1, ['receipt_nested']);
  }
  return rules;
}

function styleSheets(html: string): string {
  const small = html.toLowerCase();
  const sheets: string[] = [];
  for (let at = small.indexOf('<style'); at >= 0; at = small.indexOf('<style', at)) {
    const begin = small.indexOf('>', at) + 1;
    const end = begin > 0 ? small.indexOf('</style', begin) : -1;
    if (end < 0) break;
    sheets.push(html.slice(begin, end));
    at = end;
  }
  return sheets.join('\n');
}

/** Rules for another medium or screen say nothing about what was copied. */
const AT_RULE = /@[^{};@]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;
const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/g;

function rulesIn(css: string): StyleRule[] {
  const plain = css
    .replaceAll(/<!--|-->/g, ' ')
    .replaceAll(COMMENT, ' ')
    .replaceAll(AT_RULE, ' ');
  return plain
    .split('}')
    .map((text) => {
      const [selector = '', declarations = ''] = text.split('{');
      return { selector: selector.trim(), style: declared(declarations) };
    })
    .filter(({ style }) => style.size > 0);
}

/** Cut off, because no value that matters is long. */
const LONGEST_VALUE = 60;

function declared(declarations: string): Map<string, string> {
  const pairs = declarations.split(';').map((declaration): [string, string] => {
    const colon = Math.max(declaration.indexOf(':'), 0);
    const value = declaration.slice(colon + 1).replace(/!important/i, '');
    const property = declaration.slice(0, colon).trim().toLowerCase();
    return [property, value.trim().toLowerCase().slice(0, LONGEST_VALUE)];
  });
  return new Map(pairs.filter(([property]) => TELLING.has(property)));
}

const NO_STYLE: ReadonlyMap<string, string> = new Map();

/** The styles of a page's elements, from its rules and from the elements themselves. */
export class Styles {
  readonly #fromRules = new Map<Element, Map<string, string>>();
  readonly #own = new Map<Element, ReadonlyMap<string, string>>();

  constructor(page: Document, rules: readonly StyleRule[]) {
    for (const { selector, style } of rules) {
      for (const element of elementsFor(page, selector)) this.#add(element, style);
    }
  }

  #add(element: Element, style: ReadonlyMap<string, string>): void {
    const known = this.#fromRules.get(element) ?? new Map<string, string>();
    this.#fromRules.set(element, known);
    for (const [property, value] of style) {
      // Which rule is stronger is not weighed: a number that one of them strikes is in doubt.
      if (!known.get(property)?.includes('line-through')) known.set(property, value);
    }
  }

  /** The value that counts for an element itself, without what it takes from those around it. */
  valueOf(element: Element, property: string): string {
    return (
      this.#ownOf(element).get(property) || (this.#fromRules.get(element)?.get(property) ?? '')
    );
  }

  #ownOf(element: Element): ReadonlyMap<string, string> {
    const known = this.#own.get(element);
    if (known) return known;
    const style = element.getAttribute('style');
    const own = style ? declared(style) : NO_STYLE;
    this.#own.set(element, own);
    return own;
  }
}

/** None for a selector that the browser does not know. */
function elementsFor(page: Document, selector: string): readonly Element[] {
  try {
    return [...page.querySelectorAll(selector)];
  } catch {
    return [];
  }
}
