import type { Words } from '../words/words.ts';

/** @returns the round, or what is wrong with the text */
export function readRound(text: string): number | Words {
  const round = Number(text);
  const isRound = /^\d{1,2}$/.test(text) && round >= 1 && round <= 80;
  return isRound ? round : ['setup_round_unknown', text];
}
