/** An element that accepts any typed text. */
export const EDITABLE = '[contenteditable]:not([contenteditable=false])';

type TextInput = HTMLInputElement | HTMLTextAreaElement;

/** The text of an input, a textarea or an editable element. */
export function readText(field: HTMLElement): string {
  return isTextInput(field) ? field.value : (field.textContent ?? '');
}

/**
 * Writes text the way typing leaves it. In the content script's isolated world, `value` is the
 * browser's own setter. So a framework that watches its own copy of the field still sees the change
 * when the events arrive. Some frameworks take the text only when the person leaves the field, so
 * `blur` and `focusout` follow.
 */
export function writeText(field: HTMLElement, text: string): void {
  if (isTextInput(field)) field.value = text;
  else field.textContent = text;
  tell(field, 'input', 'change', 'blur', 'focusout');
}

/** Sends the page the events that the browser sends after the person's own choice. */
export function tell(
  field: HTMLElement,
  ...types: readonly ('input' | 'change' | 'blur' | 'focusout')[]
): void {
  for (const type of types) {
    field.dispatchEvent(new Event(type, { bubbles: type !== 'blur', composed: type !== 'change' }));
  }
}

function isTextInput(field: HTMLElement): field is TextInput {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
}
