type TextInput = HTMLInputElement | HTMLTextAreaElement;

/** What stands in an input, a textarea or an editable element. */
export function readText(field: HTMLElement): string {
  return isTextInput(field) ? field.value : (field.textContent ?? '');
}

/**
 * Puts text in as typing would leave it. In the content script's isolated world `value` is the
 * browser's own setter, so a framework that watches its own copy of the field still sees the change
 * when the events arrive; some take the text over only when the field is left, hence the last one.
 */
export function writeText(field: HTMLElement, text: string): void {
  if (isTextInput(field)) field.value = text;
  else field.textContent = text;
  tell(field, 'input', 'change');
  field.dispatchEvent(new FocusEvent('blur'));
  field.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
}

/** As the browser does after the person's own choice; both reach listeners outside a shadow root. */
export function tell(field: HTMLElement, ...types: readonly ('input' | 'change')[]): void {
  for (const type of types) {
    field.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));
  }
}

function isTextInput(field: HTMLElement): field is TextInput {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
}
