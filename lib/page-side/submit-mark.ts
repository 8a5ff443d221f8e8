import { SUBMIT_MARK } from '../settings/storage-names.ts';
import type { Proof } from './files-state.ts';

/**
 * A page that answers the click by loading another may take our message down with it, above all
 * where the browser first has to start the background again (seen in Firefox 153). So the click and
 * the thanks also leave their one-time numbers in the tab's session storage, for the page that comes
 * next. The page can read and write there. But it never sees a number before what the number proves
 * has happened, and each counts once: nothing that it writes makes a file count as sent.
 */
export interface SubmitMark {
  readonly clicked: readonly string[];
  readonly thanked: readonly string[];
}

/** More than a page of a person can leave. */
const MOST_NUMBERS = 50;

const NOTHING: SubmitMark = { clicked: [], thanked: [] };

/** Set before the message is sent, taken away once it has arrived. */
export const submitMark = {
  set(window: Window, as: keyof SubmitMark, proofs: readonly Proof[]): void {
    const numbers = proofs.map((proof) =>
      as === 'clicked' ? proof.clickNumber : proof.thanksNumber,
    );
    write(window, { ...submitMark.read(window), [as]: numbers });
  },
  /** Leaves what the other message says: it may still be on its way. */
  clear(window: Window, as: keyof SubmitMark): void {
    write(window, { ...submitMark.read(window), [as]: [] });
  },
  read(window: Window): SubmitMark {
    try {
      const mark: unknown = JSON.parse(window.sessionStorage.getItem(SUBMIT_MARK) ?? 'null');
      return { clicked: numbersIn(mark, 'clicked'), thanked: numbersIn(mark, 'thanked') };
    } catch {
      return NOTHING; // the site or the person has forbidden storage, or the page wrote other things
    }
  },
};

function write(window: Window, mark: SubmitMark): void {
  try {
    if (mark.clicked.length + mark.thanked.length === 0)
      window.sessionStorage.removeItem(SUBMIT_MARK);
    else window.sessionStorage.setItem(SUBMIT_MARK, JSON.stringify(mark));
  } catch {
    // Then there is the message alone.
  }
}

function numbersIn(mark: unknown, as: keyof SubmitMark): string[] {
  if (typeof mark !== 'object' || mark === null) return [];
  const numbers: unknown = Reflect.get(mark, as);
  if (!Array.isArray(numbers)) return [];
  return numbers.filter((one) => typeof one === 'string').slice(0, MOST_NUMBERS);
}
