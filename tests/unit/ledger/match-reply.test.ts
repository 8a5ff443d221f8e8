import { describe, expect, it } from 'vitest';
import { isOnlyOne, matchReply } from '../../../lib/ledger/match-reply.ts';
import { CEDAR, MAPLE, organization } from '../support/ledger.ts';

const maple = organization();
const cedar = organization({ id: CEDAR, name: 'Cedar Valley High' });
const matched = (...args: Parameters<typeof matchReply>) => Object.fromEntries(matchReply(...args));

describe('the organizations that a reply names', () => {
  it.each([
    ['before anything is set up', []],
    ['with one checklist that has another name', [maple]],
  ])('belong to the checklist if it is one and one: %s', (_when, organizations) => {
    expect(matched(['Maple Leaf USD'], organizations, MAPLE)).toEqual({ 'Maple Leaf USD': MAPLE });
    expect(isOnlyOne(['Maple Leaf USD'], organizations)).toBe(true);
  });

  it('are matched by their names if there are several checklists', () => {
    const names = [' maple  LEAF unified', 'Oak Hills'];
    expect(matched(names, [maple, cedar], CEDAR)).toEqual({ ' maple  LEAF unified': MAPLE });
    expect(isOnlyOne(['Oak Hills'], [maple, cedar])).toBe(false);
    expect(matched(['Oak Hills'], [maple, cedar], CEDAR)).toEqual({});
  });

  it('are matched by their names if the reply names several', () => {
    expect(matched(['Maple Leaf Unified', 'Oak Hills'], [maple], MAPLE)).toEqual({
      'Maple Leaf Unified': MAPLE,
    });
    expect(matched(['Oak Hills', 'Elm'], [], MAPLE)).toEqual({});
  });

  it('are left to the person if two checklists have the same name', () => {
    const twin = { ...cedar, name: maple.name };
    expect(matched([maple.name, 'Oak Hills'], [maple, twin], MAPLE)).toEqual({});
  });

  it('are the one that was asked about if the table has no names', () => {
    expect(matched([''], [maple, cedar], CEDAR)).toEqual({ '': CEDAR });
  });
});
