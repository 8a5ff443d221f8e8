import { describe, expect, it } from 'vitest';
import { tabAfterKey, tabOfAddress } from '../../../components/ui/tab-choice.ts';

const TABS = ['organization', 'steps', 'districts'] as const;

describe('the tab of an address', () => {
  it('is the one that it names', () => {
    expect(tabOfAddress('#districts', TABS)).toBe('districts');
  });

  it.each(['', '#', '#data', 'districts', '#Districts'])('is the first for %j', (address) => {
    expect(tabOfAddress(address, TABS)).toBe('organization');
  });
});

describe('the tab after a key', () => {
  it('is the next or the one before, around the ends', () => {
    expect(tabAfterKey('ArrowRight', 'organization', TABS)).toBe('steps');
    expect(tabAfterKey('ArrowRight', 'districts', TABS)).toBe('organization');
    expect(tabAfterKey('ArrowLeft', 'districts', TABS)).toBe('steps');
    expect(tabAfterKey('ArrowLeft', 'organization', TABS)).toBe('districts');
  });

  it('is the first or the last for Home and End', () => {
    expect(tabAfterKey('Home', 'districts', TABS)).toBe('organization');
    expect(tabAfterKey('End', 'organization', TABS)).toBe('districts');
  });

  it.each(['ArrowDown', 'Enter', ' ', 'Tab', 'a'])('is none for %j', (key) => {
    expect(tabAfterKey(key, 'steps', TABS)).toBeUndefined();
  });
});
