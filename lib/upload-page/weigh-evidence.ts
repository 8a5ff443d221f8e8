import type { Candidate } from './collect-controls.ts';
import type { Circumstance, Evidence } from './evidence.ts';
import type { FindReport } from './page-state.ts';

/** A control with a lower score counts as not found. */
export const ENOUGH = 5;

/** If two candidates are closer than this, neither is touched. */
export const CLEAR_LEAD = 2;

/** A candidate and the evidence for it. */
export interface Scored<Place extends string> {
  readonly candidate: Candidate<Place>;
  readonly score: number;
  readonly evidence: readonly (Place | Circumstance)[];
}

export function weigh<Place extends string>(
  candidate: Candidate<Place>,
  evidence: readonly Evidence<Place>[],
): Scored<Place> {
  const speaking = evidence.filter((piece) =>
    candidate.words[piece.in].some((text) => piece.words.test(text)),
  );
  return {
    candidate,
    score: speaking.reduce((sum, piece) => sum + piece.score, 0),
    evidence: [...new Set(speaking.filter(({ score }) => score > 0).map((piece) => piece.in))],
  };
}

/** The candidate that is beyond doubt. */
export function best<Place extends string>(
  scores: readonly Scored<Place>[],
  lead = CLEAR_LEAD,
): Scored<Place> | undefined {
  const [first, second] = bestFirst(scores);
  const isSure = first && first.score >= ENOUGH && first.score - (second?.score ?? 0) >= lead;
  return isSure ? first : undefined;
}

/** The same candidate with one more piece of evidence. */
export function more<Place extends string>(
  scored: Scored<Place>,
  score: number,
  circumstance: Circumstance,
): Scored<Place> {
  return { ...scored, score: scored.score + score, evidence: [...scored.evidence, circumstance] };
}

/** @param found the final result, if any */
export function reportOf<Name extends string, Place extends string>(
  name: Name,
  scores: readonly Scored<Place>[],
  found: unknown,
): FindReport<Name, Place | Circumstance> {
  const [first] = bestFirst(scores);
  return {
    name,
    isFound: found !== undefined,
    score: first?.score ?? 0,
    evidence: first?.evidence ?? [],
    candidates: scores.length,
  };
}

function bestFirst<Place extends string>(scores: readonly Scored<Place>[]): Scored<Place>[] {
  return scores.toSorted((a, b) => b.score - a.score);
}
