import type { ProbedFunction } from './instrument.ts';
import type { Fault, FaultTime, ReachedWhen } from './probe.ts';
import type { Trial, Trialled } from './run-faults.ts';

const ALL: readonly ReachedWhen[] = ['before the choice', 'after the choice'];

/** Numbers of all functions that ran. */
export function reachedIn(
  played: readonly Trialled[],
  moments: readonly ReachedWhen[] = ALL,
): ReadonlySet<number> {
  const reached = played.flatMap((trial) => trial.reached);
  return new Set(reached.filter(([, moment]) => moments.includes(moment)).map(([id]) => id));
}

/** Each function that ran at such a moment, once, in the first journey that reached it. */
export function eachOnce(
  played: readonly Trialled[],
  when: FaultTime,
  moments: readonly ReachedWhen[],
): Trial[] {
  const known = new Set<number>();
  return played.flatMap((trial) => {
    const fresh = [...reachedIn([trial], moments)].filter((id) => !known.has(id));
    for (const id of fresh) known.add(id);
    return fresh.map((at) => ({ journey: trial.journey, faults: [{ at, when }] }));
  });
}

/** Functions that start the assistant and never run again. */
export function onlyAtStart(played: readonly Trialled[]): Trial[] {
  const late = reachedIn(played, ['after the choice']);
  return eachOnce(played, 'at its first call', ALL).filter(
    ({ faults: [fault] }) => fault && !late.has(fault.at),
  );
}

export function afterTheChoice(when: FaultTime): (played: readonly Trialled[]) => Trial[] {
  return (played) => eachOnce(played, when, ['after the choice']);
}

/** Leaves out functions that are single expressions, mostly a line in a function that is tried. */
export function withStatements(
  trialsFrom: (played: readonly Trialled[]) => readonly Trial[],
): (played: readonly Trialled[], functions: readonly ProbedFunction[]) => readonly Trial[] {
  return (played, functions) =>
    trialsFrom(played).filter(({ faults }) =>
      faults.every(({ at }) => functions[at]?.hasStatements),
    );
}

/** A second fault while the assistant ends after the first, in each function that runs then. */
export function onTheWayDown(first: Fault, played: Trialled): Trial[] {
  return [...reachedIn([played], ['after a fault'])]
    .filter((at) => at !== first.at)
    .map((at) => ({ journey: played.journey, faults: [first, { at, when: 'at its first call' }] }));
}
