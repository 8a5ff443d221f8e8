// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { submitMark } from '../../../lib/page-side/submit-mark.ts';
import { SUBMIT_MARK } from '../../../lib/settings/storage-names.ts';

const NOTHING = { clicked: [], thanked: [] };

const proof = (n: number) => ({
  submission: `submission ${n}`,
  clickNumber: `click ${n}`,
  thanksNumber: `thanks ${n}`,
});
const write = (words: string) => window.sessionStorage.setItem(SUBMIT_MARK, words);
const read = () => submitMark.read(window);

beforeEach(() => window.sessionStorage.clear());
afterEach(() => vi.restoreAllMocks());

describe('the mark of a submission', () => {
  it('is there for the next page of the tab, until it is cleared', () => {
    expect(read()).toEqual(NOTHING);
    submitMark.set(window, 'clicked', [proof(1), proof(2)]);
    expect(read()).toEqual({ clicked: ['click 1', 'click 2'], thanked: [] });
    submitMark.clear(window, 'clicked');
    expect(read()).toEqual(NOTHING);
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('stays where another is cleared: that message may still be on its way', () => {
    submitMark.set(window, 'clicked', [proof(1)]);
    submitMark.set(window, 'thanked', [proof(1)]);
    expect(read()).toEqual({ clicked: ['click 1'], thanked: ['thanks 1'] });
    submitMark.clear(window, 'clicked');
    expect(read()).toEqual({ clicked: [], thanked: ['thanks 1'] });
  });

  it('holds the numbers alone, and never one of what has not happened yet', () => {
    submitMark.set(window, 'clicked', [proof(1)]);
    expect({ ...window.sessionStorage }).toEqual({
      [SUBMIT_MARK]: JSON.stringify({ clicked: ['click 1'], thanked: [] }),
    });
  });

  it('is that of the last click', () => {
    submitMark.set(window, 'clicked', [proof(1)]);
    submitMark.set(window, 'clicked', [proof(2)]);
    expect(read().clicked).toEqual(['click 2']);
  });
});

describe('what the page wrote', () => {
  it.each([
    'true',
    'null',
    'thanked',
    '{',
    '[]',
    '"clicked"',
    '{"clicked":true}',
    '{"clicked":{"length":1}}',
    '{"clicked":[1,null,{},["click 1"]]}',
  ])('is nothing: %s', (words) => {
    write(words);
    expect(read()).toEqual(NOTHING);
  });

  it('counts as far as it is text; whether a number is good, the background knows', () => {
    write('{"clicked":["made up",7],"thanked":["also"],"more":["x"]}');
    expect(read()).toEqual({ clicked: ['made up'], thanked: ['also'] });
  });

  it('is cut off where it is more than a person can leave', () => {
    write(JSON.stringify({ clicked: Array.from({ length: 1000 }, String) }));
    expect(read().clicked).toHaveLength(50);
  });

  it('gives way to the next mark', () => {
    write('{');
    submitMark.set(window, 'clicked', [proof(1)]);
    expect(read()).toEqual({ clicked: ['click 1'], thanked: [] });
  });
});

describe('where storage is forbidden', () => {
  it('there is no mark, and nothing breaks', () => {
    vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
      throw new DOMException('Forbidden', 'SecurityError');
    });
    submitMark.set(window, 'clicked', [proof(1)]);
    expect(read()).toEqual(NOTHING);
    submitMark.clear(window, 'clicked');
  });
});
