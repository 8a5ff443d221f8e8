import { describe, expect, it } from 'vitest';
import { draftOf, errorsIn } from '../../../components/setup/organization-draft.ts';
import {
  isAnswered,
  QUESTIONS,
  questionAfter,
  questionBefore,
} from '../../../components/setup/questions.ts';
import { newOrganization } from '../../../lib/requirements/organization.ts';

const EMPTY = draftOf(newOrganization('a', 2023));
const FULL = { ...EMPTY, name: 'Maple Leaf Unified', lea: '1234567', rounds: [5] };

/** The questions that hold the person up. */
function unanswered(answers: Partial<typeof EMPTY>): string[] {
  const errors = errorsIn({ ...FULL, ...answers }, []);
  return QUESTIONS.filter((question) => !isAnswered(question, errors));
}

describe('the questions at first use', () => {
  it('lead from the first to the last and back', () => {
    expect(QUESTIONS.map(questionAfter)).toEqual(['lea', 'kind', 'rounds', undefined]);
    expect(QUESTIONS.map(questionBefore)).toEqual([undefined, 'name', 'lea', 'kind']);
  });

  it('hold nobody up who has answered them', () => {
    expect(unanswered({})).toEqual([]);
    expect(unanswered({ lea: '' })).toEqual([]);
  });

  it('hold the person up only where the answer is wrong', () => {
    expect(unanswered({ name: ' ' })).toEqual(['name']);
    expect(unanswered({ lea: '12345' })).toEqual(['lea']);
    expect(unanswered({ rounds: [] })).toEqual(['rounds']);
    expect(unanswered({ fileTypes: [] })).toEqual(['rounds']);
    expect(unanswered({ deadline: '1999-01-01' })).toEqual(['rounds']);
  });

  it('leave no error of the form without a question', () => {
    const errors = errorsIn({ ...EMPTY, lea: 'x', fileTypes: [], deadline: '1999-01-01' }, []);
    const found = Object.keys(errors) as (keyof typeof errors)[];
    expect(found).toHaveLength(5);
    for (const field of found) {
      const alone = { [field]: errors[field] };
      expect(QUESTIONS.filter((question) => !isAnswered(question, alone))).toHaveLength(1);
    }
  });
});
