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

  it('gets the option with these words, whatever its value, and sends the page events', async () => {
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

  it('stays the same without such an option, and sends the page nothing', async () => {
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

  it('is read from what it shows', () => {
    expect(purposeField.read(element('div', HTMLElement))).toBe('select purpose');
  });

  it('is opened, and an option is chosen', async () => {
    const shown = element('div', HTMLElement);
    expect(await purposeField.write(shown, PURPOSE_WANTED, signal)).toBe(true);
    expect(purposeField.read(shown)).toBe('calpads');
  });
});

describe('a File Purpose with a box that a widget draws', () => {
  /** Like chosen.js: the box reacts only to its own clicks. */
  function chosenJs(): void {
    document.body.innerHTML = `<select style="display: none"><option value="">Select purpose</option>
      <option>CALPADS</option></select><div><a>Select purpose</a></div><ul style="display: none"><li>CALPADS</li></ul>`;
    const list = element('ul', HTMLUListElement);
    element('div', HTMLElement).addEventListener('mousedown', () => {
      list.style.display = '';
    });
    list.addEventListener('mouseup', () => {
      element('a', HTMLElement).textContent = 'CALPADS';
      select().selectedIndex = 1;
      list.style.display = 'none';
    });
  }

  it('gets the choice in both', async () => {
    chosenJs();
    expect(await purposeField.write(select(), PURPOSE_WANTED, signal)).toBe(true);
    expect(select().value).toBe('CALPADS');
    expect(element('a', HTMLElement).textContent).toBe('CALPADS');
  });

  it('follows only the select if it listens to it', async () => {
    chosenJs();
    select().addEventListener('change', () => {
      element('a', HTMLElement).textContent = select().selectedOptions[0]?.text ?? '';
    });
    let clicks = 0;
    document.body.addEventListener('click', () => {
      clicks += 1;
    });
    expect(await purposeField.write(select(), PURPOSE_WANTED, signal)).toBe(true);
    expect(clicks).toBe(0);
  });
});

describe('a File Purpose is open', () => {
  const isOpen = (html: string) => {
    document.body.innerHTML = html;
    return purposeField.isOpen(element('body > *', HTMLElement));
  };
  const translated = '<option value="">Elija uno</option><option>CALPADS</option>';

  it.each([
    [
      'while it shows the placeholder',
      '<select><option value="0">Select purpose</option></select>',
    ],
    ['in a translation', '<select><option value="0">Seleccionar propósito</option></select>'],
    ['on a first option without a value', `<select>${translated}</select>`],
    ['as a dropdown without words', '<input readonly role="combobox">'],
    ['while no radio button is on', '<fieldset><input type="radio" aria-label="MOU"></fieldset>'],
  ])('%s', (_when, html) => {
    expect(isOpen(html)).toBe(true);
  });

  it.each([
    ['an option', '<select><option value="1">MOU</option></select>'],
    [
      'a later option without a value',
      `<select><option>MOU</option>${translated.replace('value=""', 'value="" selected')}</select>`,
    ],
    ['what a dropdown shows', '<input readonly role="combobox" value="MOU">'],
    ['a radio button', '<fieldset><input type="radio" aria-label="MOU" checked></fieldset>'],
  ])('no longer after the person has chosen %s', (_what, html) => {
    expect(isOpen(html)).toBe(false);
  });
});

describe('a File Purpose with radio buttons', () => {
  it('is read and chosen, and can be open again', async () => {
    document.body.innerHTML =
      '<fieldset><input type="radio" name="p" aria-label="MOU"><input type="radio" name="p" aria-label="CALPADS"></fieldset>';
    const group = element('fieldset', HTMLFieldSetElement);
    expect(await purposeField.write(group, PURPOSE_WANTED, signal)).toBe(true);
    expect(purposeField.read(group)).toBe('calpads');
    expect(await purposeField.write(group, '', signal)).toBe(true);
    expect(purposeField.isOpen(group)).toBe(true);
  });
});
