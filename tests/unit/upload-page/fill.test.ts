// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FieldMarks } from '../../../lib/upload-page/field-marks.ts';
import { FieldFiller } from '../../../lib/upload-page/fill.ts';
import { layOut } from './layout.ts';
import { element } from './trusted.ts';

let undos: { readonly field: string; readonly undo: () => void }[] = [];
const marks: FieldMarks = { mark: (field, _control, undo) => undos.push({ field, undo }) };
const undo = () => undos.at(-1)?.undo();
const { signal } = new AbortController();

layOut();
beforeEach(() => {
  vi.useFakeTimers();
  undos = [];
  document.body.innerHTML = '';
});
afterEach(() => vi.useRealTimers());

/** Fills the current page, whatever has happened to it in the meantime. */
function newFiller(): FieldFiller {
  const find = () => ({
    ...of('purpose', document.querySelector<HTMLElement>('select, [role=combobox]')),
    ...of('description', document.querySelector<HTMLElement>('input, textarea, [contenteditable]')),
  });
  return new FieldFiller({ find, marks, signal });
}

function of(name: 'purpose' | 'description', field: HTMLElement | null) {
  return field ? { [name]: field } : {};
}

async function fill(filler: FieldFiller, description = 'SENR 2022-23') {
  await passing(filler.fill(description));
  return passing(filler.readBack());
}

async function passing<Result>(work: Promise<Result>): Promise<Result> {
  await vi.runAllTimersAsync();
  return work;
}

function purpose(...options: readonly string[]): HTMLSelectElement {
  const items = options.map((text, at) => `<option value="${at}">${text}</option>`);
  document.body.innerHTML = `<select>${items.join('')}</select>`;
  return element('select', HTMLSelectElement);
}

function description(value = ''): HTMLInputElement {
  document.body.innerHTML = '<input>';
  const field = element('input', HTMLInputElement);
  field.value = value;
  return field;
}

describe('File Purpose', () => {
  it('is set to CALPADS while nothing is chosen, and marked', async () => {
    const select = purpose('Select purpose', 'MOU', 'CALPADS');
    expect(await fill(newFiller())).toMatchObject({ purpose: 'filled' });
    expect(select.value).toBe('2');
    expect(undos.map(({ field }) => field)).toEqual(['purpose']);
  });

  it('goes back to its old value with undo', async () => {
    const select = purpose('Select purpose', 'CALPADS');
    await fill(newFiller());
    undo();
    expect(select.value).toBe('0');
  });

  it("keeps the person's later choice, even with undo", async () => {
    const select = purpose('Select purpose', 'CALPADS', 'MOU');
    const filler = newFiller();
    await fill(filler);
    select.value = '2';
    undo();
    expect(select.value).toBe('2');
    expect(await fill(filler)).toMatchObject({ purpose: 'own words' });
    expect(select.value).toBe('2');
  });

  it('is left alone if it already says CALPADS', async () => {
    const select = purpose('Select purpose', 'CALPADS');
    select.value = '1';
    expect(await fill(newFiller())).toMatchObject({ purpose: 'left alone' });
    expect(undos).toEqual([]);
  });

  it('stays filled when asked again', async () => {
    purpose('Select purpose', 'CALPADS');
    const filler = newFiller();
    await fill(filler);
    expect(await fill(filler)).toMatchObject({ purpose: 'filled' });
  });

  it('is "not set" without the option, and "not found" without the field', async () => {
    purpose('Select purpose', 'MOU');
    expect(await fill(newFiller())).toMatchObject({ purpose: 'not set' });
    document.body.innerHTML = '';
    expect(await fill(newFiller())).toEqual({ purpose: 'not found', description: 'not found' });
    expect(undos).toEqual([]);
  });

  it('does not get an option that only contains the word', async () => {
    const select = purpose('Select purpose', 'CALPADS (old)');
    expect(await fill(newFiller())).toMatchObject({ purpose: 'not set' });
    expect(select.value).toBe('0');
  });

  it('sends the page input and change events', async () => {
    const select = purpose('Select purpose', 'CALPADS');
    const seen: string[] = [];
    for (const type of ['input', 'change']) {
      document.body.addEventListener(type, () => seen.push(`${type} ${select.value}`), {
        once: true,
      });
    }
    await fill(newFiller());
    expect(seen).toEqual(['input 1', 'change 1']);
  });

  it('is set once more if the page removes it, but not a third time', async () => {
    const select = purpose('Select purpose', 'CALPADS');
    let changes = 0;
    const takeOut = () => {
      changes += 1;
      if (changes === 1) setTimeout(() => (select.value = '0'), 100);
    };
    select.addEventListener('change', takeOut);
    expect(await fill(newFiller())).toMatchObject({ purpose: 'filled' });
    expect([select.value, changes]).toEqual(['1', 2]);
    select.value = '0';
    select.addEventListener('change', () => setTimeout(() => (select.value = '0'), 100));
    changes = 1;
    expect(await fill(newFiller())).toMatchObject({ purpose: 'not set' });
    expect([select.value, changes]).toEqual(['0', 3]);
  });
});

describe('File Description', () => {
  it('is filled while it is empty, and marked', async () => {
    const field = description();
    expect(await fill(newFiller())).toMatchObject({ description: 'filled' });
    expect(field.value).toBe('SENR 2022-23');
    expect(undos.map((mark) => mark.field)).toEqual(['description']);
  });

  it('is filled over blanks, which undo restores', async () => {
    const field = description('  ');
    expect(await fill(newFiller())).toMatchObject({ description: 'filled' });
    undo();
    expect(field.value).toBe('  ');
  });

  it("is filled again while it has the assistant's words", async () => {
    const field = description();
    const filler = newFiller();
    await fill(filler);
    expect(await fill(filler, 'SENR, SINF 2022-23')).toMatchObject({ description: 'filled' });
    expect(field.value).toBe('SENR, SINF 2022-23');
  });

  it.each(['my own words', 'SENR 2021-22', 'SENR 2022-23 and more', 'senr 2022-23'])(
    "keeps the person's own words: %s",
    async (words) => {
      const field = description(words);
      expect(await fill(newFiller())).toMatchObject({ description: 'own words' });
      expect(field.value).toBe(words);
      expect(undos).toEqual([]);
    },
  );

  it("keeps the assistant's words after the person has changed them", async () => {
    const field = description();
    const filler = newFiller();
    await fill(filler);
    field.value = 'SENR 2022-23 corrected';
    expect(await fill(filler, 'SINF 2022-23')).toMatchObject({ description: 'own words' });
    undo();
    expect(field.value).toBe('SENR 2022-23 corrected');
  });

  it('is left alone if the person typed the same words', async () => {
    const field = description(' SENR 2022-23 ');
    expect(await fill(newFiller())).toMatchObject({ description: 'left alone' });
    expect(field.value).toBe(' SENR 2022-23 ');
  });

  it('is empty again with undo', async () => {
    const field = description();
    await fill(newFiller());
    undo();
    expect(field.value).toBe('');
  });

  it.each(['<textarea></textarea>', '<div contenteditable="true"></div>'])(
    'may be %s',
    async (html) => {
      document.body.innerHTML = html;
      const field = element('textarea, div', HTMLElement);
      expect(await fill(newFiller())).toMatchObject({ description: 'filled' });
      const text = field instanceof HTMLTextAreaElement ? field.value : field.textContent;
      expect(text).toBe('SENR 2022-23');
    },
  );

  it('sends the page the events of typing and leaving', async () => {
    const field = description();
    const seen: string[] = [];
    for (const type of ['input', 'change', 'blur', 'focusout']) {
      field.addEventListener(type, () => seen.push(type));
    }
    await fill(newFiller());
    expect(seen).toEqual(['input', 'change', 'blur', 'focusout']);
  });

  it('is found again after the page has redrawn its form', async () => {
    description().addEventListener('input', () => {
      document.body.innerHTML = '<input value="SENR 2022-23">';
    });
    expect(await fill(newFiller())).toMatchObject({ description: 'filled' });
  });

  it('is "not set" if the page keeps removing it', async () => {
    const field = description();
    field.addEventListener('input', () => setTimeout(() => (field.value = ''), 100));
    expect(await fill(newFiller())).toMatchObject({ description: 'not set' });
    expect(undos).toEqual([]);
  });
});

describe('Fill description', () => {
  async function replace(filler: FieldFiller) {
    await passing(filler.replaceDescription('SENR 2022-23'));
    return passing(filler.readBack());
  }

  it("replaces the person's words, and undo restores them", async () => {
    const field = description('my own words');
    expect(await replace(newFiller())).toMatchObject({ description: 'filled' });
    expect(field.value).toBe('SENR 2022-23');
    undo();
    expect(field.value).toBe('my own words');
  });

  it("can be undone to the person's words even after more files were added", async () => {
    const field = description('my own words');
    const filler = newFiller();
    await replace(filler);
    await fill(filler, 'SENR, SINF 2022-23');
    undo();
    expect(field.value).toBe('my own words');
  });

  it('is "not found" without the field', async () => {
    expect(await replace(newFiller())).toMatchObject({ description: 'not found' });
  });
});
