import { collectSigns } from './collect-signs.ts';
import type { SignName, SignPlace, SignReport } from './page-state.ts';
import type { Root } from './roots.ts';
import { SIGNS } from './site-words.ts';
import type { Scored } from './weigh-evidence.ts';
import { best, reportOf, weigh } from './weigh-evidence.ts';

/** The signs found, each beyond doubt. */
export type FoundSigns = { readonly [Name in SignName]?: HTMLElement };

export interface SignsOnPage {
  readonly signs: FoundSigns;
  readonly reports: readonly SignReport[];
}

const NAMES: readonly SignName[] = ['confirmation', 'legend', 'another upload'];

export function findSigns(roots: readonly Root[]): SignsOnPage {
  const looked = NAMES.map((name) => ({ name, scores: scoresOf(roots, name) }));
  const signs: { [Name in SignName]?: HTMLElement } = {};
  for (const { name, scores } of looked) {
    const sure = best(scores, SIGNS[name].lead);
    if (sure) signs[name] = sure.candidate.element;
  }
  return {
    signs,
    reports: looked.map(({ name, scores }) => reportOf(name, scores, SIGNS[name].lead)),
  };
}

/** One of them, for whoever needs no other. */
export function findSign(roots: readonly Root[], name: SignName): HTMLElement | undefined {
  return best(scoresOf(roots, name), SIGNS[name].lead)?.candidate.element;
}

function scoresOf(roots: readonly Root[], name: SignName): Scored<SignPlace>[] {
  return collectSigns(roots, name).map((candidate) => weigh(candidate, SIGNS[name].evidence));
}
