import { boxOf } from './dropdown.ts';
import type { Lifetime } from './safely.ts';

export interface FieldMarks {
  /**
   * Adds a mark next to a field that says that the assistant filled it. `undo` runs on the person's
   * click.
   */
  mark(field: 'purpose' | 'description', control: HTMLElement, undo: () => unknown): void;
}

export interface MarkWords {
  readonly filled: string;
  readonly undo: string;
  readonly undoPurpose: string;
  readonly undoDescription: string;
}

/**
 * Marks are text in the page itself, because `aria-describedby` cannot point into a shadow root.
 * Their styles are set on the elements, so neither the page's style sheet nor its CSP can change
 * them.
 */
export function fieldMarks(words: MarkWords, { signal, safely }: Lifetime): FieldMarks {
  return {
    mark(field, control, undo) {
      const { ownerDocument: document } = control;
      const id = `upload-assistant-${field}`;
      document.getElementById(id)?.remove();
      const mark = document.createElement('span');
      const button = document.createElement('button');
      mark.id = id;
      mark.dataset['uploadAssistant'] = 'mark';
      button.type = 'button';
      button.textContent = words.undo;
      button.setAttribute(
        'aria-label',
        field === 'purpose' ? words.undoPurpose : words.undoDescription,
      );
      mark.style.cssText = MARK_STYLE;
      button.style.cssText = BUTTON_STYLE;
      mark.append(`${words.filled} `, button);
      describedBy(control, id, 'add');
      boxOf(control).after(mark);

      const end = () => {
        mark.remove();
        describedBy(control, id, 'remove');
      };
      const onEdit = (event: Event) => {
        if (event.isTrusted) end();
      };
      const onUndo = (event: Event) => {
        if (!event.isTrusted) return;
        safely(undo)();
        end();
        control.focus();
      };
      control.addEventListener('input', safely(onEdit), { signal });
      button.addEventListener('click', safely(onUndo), { signal });
      signal.addEventListener('abort', safely(end)); // after that, its button would do nothing
    },
  };
}

/** Keeps the page's own descriptions of the control. */
function describedBy(control: HTMLElement, id: string, change: 'add' | 'remove'): void {
  const ids = (control.getAttribute(DESCRIBED_BY) ?? '').split(/\s+/).filter((one) => one !== id);
  if (change === 'add') ids.push(id);
  if (ids.some(Boolean)) control.setAttribute(DESCRIBED_BY, ids.join(' ').trim());
  else control.removeAttribute(DESCRIBED_BY);
}

const DESCRIBED_BY = 'aria-describedby';

const MARK_STYLE =
  'all:initial;display:inline-block;margin:2px 6px;padding:2px 6px;border-radius:4px;' +
  'background-color:#e8effa;color:#12305c;font:13px/1.4 system-ui,sans-serif';

const BUTTON_STYLE =
  'all:revert;font:inherit;color:#0b4296;background-color:transparent;border:0;' +
  'padding:4px 6px;min-height:24px;text-decoration:underline;cursor:pointer';
