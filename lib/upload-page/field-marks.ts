import { boxOf } from './dropdown.ts';
import type { Lifetime } from './safely.ts';
import { setStyles } from './styles.ts';

export interface FieldMarks {
  /** Says beside a field that the assistant filled it. `undo` runs on the person's click. */
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
 * Their styles are set one by one: neither the page's style sheet nor its CSP can change them.
 */
export function fieldMarks(words: MarkWords, { signal, safely }: Lifetime): FieldMarks {
  return {
    mark(field, control, undo) {
      const id = `upload-assistant-${field}`;
      control.ownerDocument.getElementById(id)?.remove();
      const mark = control.ownerDocument.createElement('span');
      mark.id = id;
      mark.dataset['uploadAssistant'] = 'mark';
      setStyles(mark, MARK_STYLE);
      mark.append(`${words.filled} `, undoButton(mark, field, control, undo));
      describedBy(control, id, 'add');
      boxOf(control).after(mark);
      const onEdit = (event: Event) => {
        if (event.isTrusted) unmark(control, mark);
      };
      const end = () => unmark(control, mark); // its button would do nothing
      control.addEventListener('input', safely(onEdit), { signal });
      signal.addEventListener('abort', safely(end));
    },
  };

  function undoButton(
    mark: HTMLElement,
    field: 'purpose' | 'description',
    control: HTMLElement,
    undo: () => unknown,
  ): HTMLElement {
    const button = control.ownerDocument.createElement('button');
    button.type = 'button';
    button.textContent = words.undo;
    button.setAttribute(
      'aria-label',
      field === 'purpose' ? words.undoPurpose : words.undoDescription,
    );
    setStyles(button, BUTTON_STYLE);
    const onClick = (event: Event) => {
      if (!event.isTrusted) return;
      safely(undo)();
      unmark(control, mark);
      control.focus();
    };
    button.addEventListener('click', safely(onClick), { signal });
    return button;
  }
}

function unmark(control: HTMLElement, mark: HTMLElement): void {
  mark.remove();
  describedBy(control, mark.id, 'remove');
}

/** The page's own descriptions of the control stay. */
function describedBy(control: HTMLElement, id: string, change: 'add' | 'remove'): void {
  const ids = (control.getAttribute(DESCRIBED_BY) ?? '').split(/\s+/).filter((one) => one !== id);
  if (change === 'add') ids.push(id);
  if (ids.some(Boolean)) control.setAttribute(DESCRIBED_BY, ids.join(' ').trim());
  else control.removeAttribute(DESCRIBED_BY);
}

const DESCRIBED_BY = 'aria-describedby';

const MARK_STYLE = {
  all: 'initial',
  display: 'inline-block',
  margin: '2px 6px',
  padding: '2px 6px',
  'border-radius': '4px',
  'background-color': '#e8effa',
  color: '#12305c',
  font: '13px/1.4 system-ui, sans-serif',
} as const;

const BUTTON_STYLE = {
  all: 'revert',
  font: 'inherit',
  color: '#0b4296',
  'background-color': 'transparent',
  border: '0',
  padding: '4px 6px',
  'min-height': '24px',
  'text-decoration': 'underline',
  cursor: 'pointer',
} as const;
