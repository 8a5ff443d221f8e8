// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { fieldMarks } from '../../../lib/upload-page/field-marks.ts';
import { loudly } from '../support/loudly.ts';
import { click, element, trusted } from './trusted.ts';

const WORDS = {
  filled: 'Filled by Upload Assistant.',
  undo: 'Undo',
  undoPurpose: 'Undo: set File Purpose back',
  undoDescription: 'Undo: set File Description back',
};
const ID = 'upload-assistant-description';

const safely = loudly;
let undone = 0;
let stop = new AbortController();
const field = () => element('input', HTMLInputElement);
const theMark = () => document.getElementById(ID);
const button = () => element(`#${ID} button`, HTMLButtonElement);

function mark(): void {
  const marks = fieldMarks(WORDS, { signal: stop.signal, safely });
  marks.mark('description', field(), () => {
    undone += 1;
  });
}

beforeEach(() => {
  undone = 0;
  stop = new AbortController();
  document.body.innerHTML = '<input aria-describedby="hint more"><p id="hint">hint</p>';
});

describe('a mark', () => {
  it('is next to its field, in words', () => {
    mark();
    expect(theMark()?.previousElementSibling).toBe(field());
    expect(theMark()?.textContent).toBe('Filled by Upload Assistant. Undo');
  });

  it("describes its field, and keeps the page's own descriptions", () => {
    mark();
    expect(field().getAttribute('aria-describedby')).toBe(`hint more ${ID}`);
  });

  it('is there only once, however often the field is filled', () => {
    mark();
    mark();
    expect(document.querySelectorAll(`[id="${ID}"]`)).toHaveLength(1);
    expect(field().getAttribute('aria-describedby')).toBe(`hint more ${ID}`);
  });

  it('has a button that says which field it resets', () => {
    mark();
    expect(button().getAttribute('aria-label')).toBe(WORDS.undoDescription);
    expect(button().type).toBe('button');
    fieldMarks(WORDS, { signal: stop.signal, safely }).mark('purpose', field(), () => {});
    const purpose = element('#upload-assistant-purpose button', HTMLButtonElement);
    expect(purpose.getAttribute('aria-label')).toBe(WORDS.undoPurpose);
  });

  it('goes away with undo, as does its description, and the focus is on the field', () => {
    mark();
    click(button());
    expect(undone).toBe(1);
    expect(theMark()).toBeNull();
    expect(field().getAttribute('aria-describedby')).toBe('hint more');
    expect(document.activeElement).toBe(field());
  });

  it('leaves no attribute if the page had none', () => {
    field().removeAttribute('aria-describedby');
    mark();
    expect(field().getAttribute('aria-describedby')).toBe(ID);
    click(button());
    expect(field().hasAttribute('aria-describedby')).toBe(false);
  });

  it('goes away when the person edits the field', () => {
    mark();
    field().dispatchEvent(trusted(new Event('input', { bubbles: true })));
    expect(theMark()).toBeNull();
    expect(field().getAttribute('aria-describedby')).toBe('hint more');
    expect(undone).toBe(0);
  });

  it("stays when a script edits the field or clicks, because only a person's events count", () => {
    mark();
    field().dispatchEvent(new Event('input', { bubbles: true }));
    button().click();
    expect(theMark()).not.toBeNull();
    expect(undone).toBe(0);
  });

  it('does not react after the assistant has stopped', () => {
    mark();
    const undo = button();
    stop.abort();
    click(undo);
    expect(undone).toBe(0);
  });

  it('goes away with the assistant, and leaves the page as it was', () => {
    mark();
    stop.abort();
    expect(theMark()).toBeNull();
    expect(field().getAttribute('aria-describedby')).toBe('hint more');
  });

  it("is after a widget's complete box, and describes its input", () => {
    document.body.innerHTML = '<p>Kind <b><i><input readonly></i></b></p>';
    mark();
    expect(theMark()?.previousElementSibling?.localName).toBe('b');
    expect(field().getAttribute('aria-describedby')).toBe(ID);
  });
});
