import type { DraftErrors } from './organization-draft.ts';

/** Asked one at a time at first use; later all of them are on the Organization tab. */
export const QUESTIONS = ['name', 'lea', 'kind', 'rounds'] as const;
export type Question = (typeof QUESTIONS)[number];

/** The fields that each question asks for, apart from those that cannot be wrong. */
const FIELDS: Readonly<Record<Question, readonly (keyof DraftErrors)[]>> = {
  name: ['name'],
  lea: ['lea'],
  kind: [],
  rounds: ['rounds', 'fileTypes', 'deadline'],
};

/** Whether the answer to the question is good enough to go on. */
export function isAnswered(question: Question, errors: DraftErrors): boolean {
  return FIELDS[question].every((field) => !errors[field]);
}

export function questionBefore(question: Question): Question | undefined {
  return QUESTIONS[QUESTIONS.indexOf(question) - 1];
}

export function questionAfter(question: Question): Question | undefined {
  return QUESTIONS[QUESTIONS.indexOf(question) + 1];
}
