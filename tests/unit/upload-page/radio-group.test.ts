// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import {
  chooseRadio,
  chosenRadio,
  isRadioGroup,
  radiosIn,
  wordsOfRadio,
} from '../../../lib/upload-page/radio-group.ts';
import { element } from './trusted.ts';

const group = () => element('fieldset', HTMLFieldSetElement);

beforeEach(() => {
  document.body.innerHTML = `<fieldset><legend>File Purpose</legend>
    <label><input type="radio" name="p" value="1"> MOU </label>
    <input type="radio" name="p" value="2" id="c"><label for="c">CALPADS</label>
    <input type="radio" name="p" value="3" aria-label="Other">
    <input type="radio" name="p" value="4">Loose words</fieldset><fieldset></fieldset>`;
});

describe('radio buttons', () => {
  it('are a group if an element groups them', () => {
    const groups = [...document.querySelectorAll('fieldset')];
    expect(groups.map(isRadioGroup)).toEqual([true, false]);
  });

  it('have their words in a label, a name or the text after them', () => {
    expect(radiosIn(group()).map(wordsOfRadio)).toEqual(['mou', 'calpads', 'other', 'loose words']);
  });

  it('are chosen by a click, which sends the page events', () => {
    const heard: string[] = [];
    for (const type of ['click', 'change']) {
      group().addEventListener(type, () => heard.push(type));
    }
    expect(chosenRadio(group())).toBe('');
    expect(chooseRadio(group(), 'calpads')).toBe(true);
    expect(chosenRadio(group())).toBe('calpads');
    expect(heard).toEqual(['click', 'change']);
  });

  it('stay the same if none has the words', () => {
    expect(chooseRadio(group(), 'calpads (old)')).toBe(false);
    expect(chosenRadio(group())).toBe('');
  });

  it('can all be cleared again', () => {
    chooseRadio(group(), 'calpads');
    expect(chooseRadio(group(), '')).toBe(true);
    expect(chosenRadio(group())).toBe('');
  });

  it('are not chosen if the page prevents it', () => {
    group().addEventListener('click', (event) => event.preventDefault());
    expect(chooseRadio(group(), 'calpads')).toBe(false);
  });
});
