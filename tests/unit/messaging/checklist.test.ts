import { describe, expect, it } from 'vitest';
import { checklistSchema } from '../../../lib/messaging/checklist.ts';

const CELL = { fileType: 'SENR', schoolYear: '2022-23', status: 'missing' };

describe('the checklist that the popup takes', () => {
  it('has years and cells', () => {
    const proof = { at: 1, rows: 10, name: 'SENR 2022-23.txt' };
    const list = { years: ['2022-23'], cells: [CELL, { ...CELL, status: 'sent', proof }] };
    expect(checklistSchema.parse(list)).toEqual(list);
  });

  it.each([
    ['nothing', undefined],
    ['an unknown status', { years: [], cells: [{ ...CELL, status: 'lost' }] }],
    ['an unknown type', { years: [], cells: [{ ...CELL, fileType: 'CENR' }] }],
    ['a long year', { years: ['2022-2023'], cells: [] }],
    ['half a proof', { years: [], cells: [{ ...CELL, proof: { at: 1 } }] }],
  ])('is not one with %s', (_what, list) => {
    expect(checklistSchema.safeParse(list).success).toBe(false);
  });
});
