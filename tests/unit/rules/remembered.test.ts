import { describe, expect, it, vi } from 'vitest';
import { remembered, sameLists } from '../../../lib/rules/remembered.ts';

describe('an answer that is remembered', () => {
  it('is given once about one object, and is the same object', () => {
    const answer = vi.fn((one: { readonly name: string }) => [one.name]);
    const once = remembered(answer);
    const [one, other] = [{ name: 'a' }, { name: 'a' }];
    expect(once(one)).toBe(once(one));
    expect(once(other)).not.toBe(once(one));
    expect(answer).toHaveBeenCalledTimes(2);
  });

  it('is given again if anything else that was asked about changes', () => {
    const once = remembered((one: { readonly name: string }, ...words: readonly string[]) => [
      one.name,
      ...words,
    ]);
    const one = { name: 'a' };
    expect(once(one, 'b')).toEqual(['a', 'b']);
    expect(once(one, 'c')).toEqual(['a', 'c']);
    expect(once(one)).toEqual(['a']);
    expect(once(one, 'c', 'd')).toEqual(['a', 'c', 'd']);
  });
});

describe('lists of the same objects', () => {
  const [a, b] = [{ name: 'a' }, { name: 'b' }];

  it('are one and the same', () => {
    const listOf = sameLists<{ readonly name: string }>();
    expect(listOf([a, b])).toEqual([a, b]);
    expect(listOf([a, b])).toBe(listOf([a, b]));
    expect(listOf([])).toBe(listOf([]));
  });

  it('are not if one has more, or others', () => {
    const listOf = sameLists<{ readonly name: string }>();
    const list = listOf([a, b]);
    expect(listOf([a])).toEqual([a]);
    expect(listOf([a, { ...b }])).not.toBe(list);
    expect(listOf([b, a])).toEqual([b, a]);
  });
});
