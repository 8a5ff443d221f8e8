import type { Proof } from './files-state.ts';

/** Random numbers, which no page can guess. */
export function newProof(): Proof {
  return {
    submission: crypto.randomUUID(),
    clickNumber: crypto.randomUUID(),
    thanksNumber: crypto.randomUUID(),
  };
}
