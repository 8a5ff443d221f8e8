/** An element that any text can be typed into. */
export const EDITABLE = '[contenteditable]:not([contenteditable=false])';

type TextInput = HTMLInputElement | HTMLTextAreaElement;

/** The text of an input, a textarea or an editable element. */
export function readText(field: HTMLElement): string {
  return isTextInput(field) ? field.value : (field.textContent ?? '');
}

/**
 * Puts text in as typing would leave it. In the content script's isolated world `value` is the
 * browser's own setter, so a framework that watches its own copy of the field still sees the change
 * when the events arrive. Some take the text only when the field is left; the last two are for them.
 */
export function writeText(field: HTMLElement, text: string): void {
  if (isTextInput(field)) field.value = text;
  else field.textContent = text;
  tell(field, 'input', 'change', 'blur', 'focusout');
}

/** Tells the page what the browser tells it after the person's own choice. */
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
