import { plainWords } from './collect-controls.ts';
import type { FieldMarks } from './field-marks.ts';
import type { FieldState } from './page-state.ts';
import { PURPOSE_PLACEHOLDER, PURPOSE_WANTED } from './site-words.ts';

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** What the assistant last put into a field: while it still stands there, the field is "ours". */
const ours = new WeakMap<Element, string>();
/** What stood in a field before the assistant first filled it; undo brings it back. */
const before = new WeakMap<Element, string>();

/** Selects CALPADS, but only while the person has chosen nothing. */
export function fillPurpose(select: HTMLSelectElement | undefined, marks: FieldMarks): FieldState {
  if (!select) return 'not found';
  const chosen = select.selectedOptions[0];
  if (chosen && PURPOSE_WANTED.test(plainWords(chosen.text))) {
    return ours.get(select) === select.value ? 'filled' : 'left alone';
  }
  if (chosen && !PURPOSE_PLACEHOLDER.test(plainWords(chosen.text))) return 'own words';
  const wanted = [...select.options].find(({ text }) => PURPOSE_WANTED.test(plainWords(text)));
  if (!wanted) return 'not found';
  fill('purpose', select, wanted.value, marks);
  return 'filled';
}

/** Fills the description, but only while it is empty or holds what the assistant wrote. */
export function fillDescription(
  field: TextField | undefined,
  description: string,
  marks: FieldMarks,
): FieldState {
  if (!field) return 'not found';
  const isOurs = ours.get(field) === field.value;
  if (field.value.trim() === description && !isOurs) return 'left alone';
  if (field.value.trim() !== '' && !isOurs) return 'own words';
  return replaceDescription(field, description, marks);
}

/** The person clicked `Fill description`: their own words give way, and undo brings them back. */
export function replaceDescription(
  field: TextField | undefined,
  description: string,
  marks: FieldMarks,
): FieldState {
  if (!field) return 'not found';
  fill('description', field, description, marks);
  return 'filled';
}

function fill(
  name: 'purpose' | 'description',
  field: HTMLSelectElement | TextField,
  value: string,
  marks: FieldMarks,
): void {
  if (ours.get(field) !== field.value) before.set(field, field.value);
  setValue(field, value);
  ours.set(field, field.value);
  marks.mark(name, field, () => {
    if (ours.get(field) === field.value) setValue(field, before.get(field) ?? '');
    ours.delete(field);
  });
}

/**
 * In the content script's isolated world `value` is the browser's own setter, so a framework that
 * watches its own copy of the field still sees the change when the events arrive.
 */
function setValue(field: HTMLSelectElement | TextField, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
