// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { descriptionField } from '../../../../lib/upload-page/controls/description.ts';
import { element } from '../trusted.ts';

const { signal } = new AbortController();

describe('File Description', () => {
  it.each(['', '   '])('is open while it says %j', (value) => {
    document.body.innerHTML = `<input value="${value}">`;
    expect(descriptionField.isOpen(element('input', HTMLInputElement))).toBe(true);
  });

  it('is not open after the person has typed', () => {
    document.body.innerHTML = '<input value=" x">';
    expect(descriptionField.isOpen(element('input', HTMLInputElement))).toBe(false);
  });

  it('takes any text', async () => {
    document.body.innerHTML = '<input>';
    const input = element('input', HTMLInputElement);
    expect(await descriptionField.write(input, 'SENR 2022-23', signal)).toBe(true);
    expect(descriptionField.read(input)).toBe('SENR 2022-23');
  });
});
