import { collectSigns } from './collect-signs.ts';
import type { SignPlace } from './evidence.ts';
import { isShown } from './in-sight.ts';
import type { SignName, SignReport } from './page-state.ts';
import type { Root } from './roots.ts';
import { SIGNS } from './site-words.ts';
import type { Scored } from './weigh-evidence.ts';
import { best, reportOf, weigh } from './weigh-evidence.ts';

/** The signs that were found beyond doubt. */
export type FoundSigns = { readonly [Name in SignName]?: HTMLElement };

export interface SignsOnPage {
  readonly signs: FoundSigns;
  readonly reports: readonly SignReport[];
}

const NAMES: readonly SignName[] = ['confirmation', 'legend', 'another upload'];

/** @param known signs that count while they are visible, whatever they say now */
export function findSigns(roots: readonly Root[], known: FoundSigns = {}): SignsOnPage {
  const signs: { [Name in SignName]?: HTMLElement } = {};
  const reports = NAMES.map((name) => {
    const scores = scoresOf(roots, name);
    const { lead } = SIGNS[name];
    const before = known[name];
    const sign =
      best(scores, lead)?.candidate.element ?? (before && isShown(before) ? before : undefined);
    if (sign) signs[name] = sign;
    return reportOf(name, scores, sign);
  });
  return { signs, reports };
}

function scoresOf(roots: readonly Root[], name: SignName): Scored<SignPlace>[] {
  return collectSigns(roots, name).map((candidate) => weigh(candidate, SIGNS[name].evidence));
}
