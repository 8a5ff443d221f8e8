// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { PURPOSE_WANTED, purposeField } from '../../../../lib/upload-page/controls/purpose.ts';
import { layOut } from '../layout.ts';
import { element } from '../trusted.ts';

layOut();

const { signal } = new AbortController();
const select = () => element('select', HTMLSelectElement);

beforeEach(() => {
  document.body.innerHTML =
    '<form><select><option value="">Select purpose</option><option value="7"> CALPADS </option>' +
    '<option value="8">CALPADS archive</option></select></form>';
});

describe('a File Purpose that is a select', () => {
  it('is read in plain words', () => {
    expect(purposeField.read(select())).toBe('select purpose');
    select().value = '7';
    expect(purposeField.read(select())).toBe('calpads');
  });

  it('is read as nothing while it has no options', () => {
    select().replaceChildren();
    expect(purposeField.read(select())).toBe('');
  });

  it('takes the option with these words, whatever its value, and the page hears of it', async () => {
    const heard: string[] = [];
    for (const type of ['input', 'change']) {
      document.addEventListener(type, () => heard.push(`${type} ${select().value}`), {
        once: true,
      });
    }
    expect(await purposeField.write(select(), PURPOSE_WANTED, signal)).toBe(true);
    expect(purposeField.read(select())).toBe('calpads');
    expect(heard).toEqual(['input 7', 'change 7']);
  });

  it('stays as it is where there is no such option, and the page hears nothing', async () => {
    let heard = 0;
    select().addEventListener('change', () => {
      heard += 1;
    });
    expect(await purposeField.write(select(), 'other', signal)).toBe(false);
    expect([purposeField.read(select()), heard]).toEqual(['select purpose', 0]);
  });
});

describe('a File Purpose that is a custom dropdown', () => {
  beforeEach(() => {
    document.body.innerHTML =
      '<div role="combobox" tabindex="0">Select purpose</div><ul role="listbox"></ul>';
    const shown = element('div', HTMLElement);
    const list = element('ul', HTMLUListElement);
    shown.addEventListener('mousedown', () => {
      list.innerHTML = '<li role="option">CALPADS</li>';
      list.firstElementChild?.addEventListener('click', () => {
        shown.textContent = 'CALPADS';
        list.replaceChildren();
      });
    });
  });

  it('is read by what it shows', () => {
    expect(purposeField.read(element('div', HTMLElement))).toBe('select purpose');
  });

  it('is opened and chosen from', async () => {
    const shown = element('div', HTMLElement);
    expect(await purposeField.write(shown, PURPOSE_WANTED, signal)).toBe(true);
    expect(purposeField.read(shown)).toBe('calpads');
  });
});
