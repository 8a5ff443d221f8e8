// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { FieldMarks } from '../../../lib/upload-page/field-marks.ts';
import { fillDescription, fillPurpose, replaceDescription } from '../../../lib/upload-page/fill.ts';
import { element } from './trusted.ts';

let undos: { readonly field: string; readonly undo: () => void }[] = [];
const marks: FieldMarks = { mark: (field, _control, undo) => undos.push({ field, undo }) };
const undo = () => undos.at(-1)?.undo();

beforeEach(() => {
  undos = [];
  document.body.innerHTML = '';
});

function purpose(...options: readonly string[]): HTMLSelectElement {
  const items = options.map((text, at) => `<option value="${at}">${text}</option>`);
  document.body.innerHTML = `<select>${items.join('')}</select>`;
  const select = element('select', HTMLSelectElement);
  // happy-dom reads selectedOptions once and never again.
  const selected = () => [...select.options].filter(({ value }) => value === select.value);
  Object.defineProperty(select, 'selectedOptions', { get: selected });
  return select;
}

function description(value = ''): HTMLInputElement {
  document.body.innerHTML = '<input>';
  const field = element('input', HTMLInputElement);
  field.value = value;
  return field;
}

describe('File Purpose', () => {
  it('is set to CALPADS while nothing is chosen, and marked', () => {
    const select = purpose('Select purpose', 'MOU', 'CALPADS');
    expect(fillPurpose(select, marks)).toBe('filled');
    expect(select.value).toBe('2');
    expect(undos.map(({ field }) => field)).toEqual(['purpose']);
  });

  it('goes back to where it was with undo', () => {
    const select = purpose('Select purpose', 'CALPADS');
    fillPurpose(select, marks);
    undo();
    expect(select.value).toBe('0');
  });

  it('stays what the person chose after it, also with undo', () => {
    const select = purpose('Select purpose', 'CALPADS', 'MOU');
    fillPurpose(select, marks);
    select.value = '2';
    undo();
    expect(select.value).toBe('2');
    expect(fillPurpose(select, marks)).toBe('own words');
  });

  it('is left alone when it says CALPADS already', () => {
    const select = purpose('Select purpose', 'CALPADS');
    select.value = '1';
    expect(fillPurpose(select, marks)).toBe('left alone');
    expect(undos).toEqual([]);
  });

  it('stays filled when asked again', () => {
    const select = purpose('Select purpose', 'CALPADS');
    fillPurpose(select, marks);
    expect(fillPurpose(select, marks)).toBe('filled');
    expect(undos).toHaveLength(1);
  });

  it('stays what the person chose', () => {
    const select = purpose('Select purpose', 'CALPADS', 'MOU');
    select.value = '2';
    expect(fillPurpose(select, marks)).toBe('own words');
    expect(select.value).toBe('2');
  });

  it('is not found without the option, or without the field', () => {
    expect(fillPurpose(purpose('Select purpose', 'MOU'), marks)).toBe('not found');
    expect(fillPurpose(undefined, marks)).toBe('not found');
    expect(undos).toEqual([]);
  });

  it('takes no option that only contains the word', () => {
    expect(fillPurpose(purpose('Select purpose', 'CALPADS (old)'), marks)).toBe('not found');
  });

  it('tells the page with input and change', () => {
    const select = purpose('Select purpose', 'CALPADS');
    const seen: string[] = [];
    for (const type of ['input', 'change']) {
      document.body.addEventListener(type, () => seen.push(`${type} ${select.value}`), {
        once: true,
      });
    }
    fillPurpose(select, marks);
    expect(seen).toEqual(['input 1', 'change 1']);
  });
});

describe('File Description', () => {
  it('is filled while it is empty, and marked', () => {
    const field = description();
    expect(fillDescription(field, 'SENR 2022-23', marks)).toBe('filled');
    expect(field.value).toBe('SENR 2022-23');
    expect(undos.map((mark) => mark.field)).toEqual(['description']);
  });

  it('is filled over blanks, which undo brings back', () => {
    const field = description('  ');
    expect(fillDescription(field, 'SENR 2022-23', marks)).toBe('filled');
    undo();
    expect(field.value).toBe('  ');
  });

  it('is filled again while our own words stand there', () => {
    const field = description();
    fillDescription(field, 'SENR 2022-23', marks);
    expect(fillDescription(field, 'SENR, SINF 2022-23', marks)).toBe('filled');
    expect(field.value).toBe('SENR, SINF 2022-23');
  });

  it.each(['my own words', 'SENR 2021-22', 'SENR 2022-23 and more', 'senr 2022-23'])(
    "keeps the person's own words: %s",
    (words) => {
      const field = description(words);
      expect(fillDescription(field, 'SENR 2022-23', marks)).toBe('own words');
      expect(field.value).toBe(words);
      expect(undos).toEqual([]);
    },
  );

  it('keeps our words once the person has changed them', () => {
    const field = description();
    fillDescription(field, 'SENR 2022-23', marks);
    field.value = 'SENR 2022-23 corrected';
    expect(fillDescription(field, 'SINF 2022-23', marks)).toBe('own words');
    undo();
    expect(field.value).toBe('SENR 2022-23 corrected');
  });

  it('is left alone when the person typed the very words', () => {
    const field = description(' SENR 2022-23 ');
    expect(fillDescription(field, 'SENR 2022-23', marks)).toBe('left alone');
    expect(field.value).toBe(' SENR 2022-23 ');
  });

  it('is empty again with undo', () => {
    const field = description();
    fillDescription(field, 'SENR 2022-23', marks);
    undo();
    expect(field.value).toBe('');
  });

  it('is not found without the field', () => {
    expect(fillDescription(undefined, 'SENR 2022-23', marks)).toBe('not found');
    expect(replaceDescription(undefined, 'SENR 2022-23', marks)).toBe('not found');
  });

  it('may be a text area', () => {
    document.body.innerHTML = '<textarea></textarea>';
    const field = element('textarea', HTMLTextAreaElement);
    expect(fillDescription(field, 'SENR 2022-23', marks)).toBe('filled');
    expect(field.value).toBe('SENR 2022-23');
  });
});

describe('Fill description', () => {
  it("puts our words in place of the person's, and undo brings those back", () => {
    const field = description('my own words');
    expect(replaceDescription(field, 'SENR 2022-23', marks)).toBe('filled');
    expect(field.value).toBe('SENR 2022-23');
    undo();
    expect(field.value).toBe('my own words');
  });

  it('can be undone to the own words even after more files were added', () => {
    const field = description('my own words');
    replaceDescription(field, 'SENR 2022-23', marks);
    fillDescription(field, 'SENR, SINF 2022-23', marks);
    undo();
    expect(field.value).toBe('my own words');
  });
});
