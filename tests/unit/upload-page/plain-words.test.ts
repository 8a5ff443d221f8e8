import { describe, expect, it } from 'vitest';
import { plainWords } from '../../../lib/upload-page/plain-words.ts';

describe('plainWords', () => {
  it.each([
    ['File Purpose:', 'file purpose'],
    ['  File \n\t Purpose : ', 'file purpose'],
    ['File\u00A0Description*', 'file description'],
    ['File Description: *', 'file description'],
    ['* Data', 'data'],
    ['2. File Description:', 'file description'],
    [' : ', ''],
    ['', ''],
    ['CLICK TO SUBMIT »', 'click to submit'],
    ['CLICK\u00A0TO\u00A0SUBMIT\u00A0→', 'click to submit'],
    ['▶ CLICK TO SUBMIT ➜\uFE0F', 'click to submit'],
    ['CLICK TO SUBMIT \uE5C8', 'click to submit'], // an icon from a font
    ['\u200BCLICK TO SUBMIT >>', 'click to submit'],
    ['Select purpose ▾', 'select purpose'],
    ['× CALPADS', 'calpads'],
    ['your file(s)', 'your file(s)'],
    ['CALPADS (old)', 'calpads (old)'],
  ])('reads %j as %j', (text, words) => {
    expect(plainWords(text)).toBe(words);
  });
});
