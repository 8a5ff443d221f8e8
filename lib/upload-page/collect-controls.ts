import type { ControlName, EvidencePlace } from './page-state.ts';
import { CONTROLS } from './site-words.ts';

/** One element that might be a control, and the words that stand around it. */
export interface Candidate {
  readonly element: HTMLElement;
  readonly words: Readonly<Record<EvidencePlace, readonly string[]>>;
}

/** Reads the page, and judges nothing. Words come in lower case, without colons and extra blanks. */
export function collectCandidates(document: Document, name: ControlName): Candidate[] {
  const elements = document.querySelectorAll<HTMLElement>(CONTROLS[name].selector);
  return [...elements].filter((element) => isUsable(element, name)).map(candidate);
}

function isUsable(element: HTMLElement, name: ControlName): boolean {
  // The submit button is only watched, and pages disable it while files load.
  if (name === 'submit') return isShown(element);
  if (element.matches(':disabled, [readonly]')) return false;
  // Upload widgets hide the real file input and put a button of their own in its place.
  return name === 'files' || isShown(element);
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

function candidate(element: HTMLElement): Candidate {
  return {
    element,
    words: {
      label: labelsOf(element).map(plainWords),
      neighbour: neighboursOf(element).map(plainWords),
      placeholder: [plainWords(element.getAttribute('placeholder') ?? '')],
      legend: [],
      'shown value': [],
      'pointed out': [],
      option: element instanceof HTMLSelectElement ? optionWords(element) : [],
      'button text': [plainWords(buttonText(element))],
      'form text': element.matches('input[type=file]') ? [formText(element)] : [],
    },
  };
}

/** Lower case, one blank between words, no colon or asterisk at the end. */
export function plainWords(text: string): string {
  return text
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(/[\s:*]+$/, '')
    .trim()
    .toLowerCase();
}

function labelsOf(element: HTMLElement): string[] {
  const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLElement> | null) : null;
  const labelledBy = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const root = element.getRootNode() as Document | ShadowRoot;
  return [
    ...[...(labels ?? [])].map(textWithoutControls),
    ...labelledBy.map((id) => root.getElementById(id)?.textContent ?? ''),
    element.getAttribute('aria-label') ?? '',
  ].filter((text) => text !== '');
}

/** A wrapping label also holds the control itself; a select's options are no label. */
function textWithoutControls(label: HTMLElement): string {
  const copy = label.cloneNode(true) as HTMLElement;
  for (const control of copy.querySelectorAll('select, textarea, button')) control.remove();
  return copy.textContent ?? '';
}

/** What stands right before the control: the sibling, or in a table layout the cell to its left. */
function neighboursOf(element: HTMLElement): string[] {
  const cell = element.closest('td, th');
  const before = [element.previousElementSibling, cell?.previousElementSibling];
  return before.flatMap((neighbour) => (neighbour ? [neighbour.textContent ?? ''] : []));
}

function optionWords(select: HTMLSelectElement): string[] {
  return [...select.options].map(({ text }) => plainWords(text));
}

function buttonText(element: HTMLElement): string {
  return element instanceof HTMLInputElement ? element.value : (element.textContent ?? '');
}

/** A widget may keep its file input outside the form; the page's main part then speaks for it. */
function formText(element: HTMLElement): string {
  const around = element.closest('form') ?? element.ownerDocument.body;
  return plainWords(around?.textContent ?? '');
}
