/**
 * A pure function that remembers its last answer about each object. So an answer costs nothing
 * until something that it is about changes, and the same answer is the same object.
 */
export function remembered<One extends object, Rest extends readonly unknown[], Answer>(
  answer: (one: One, ...rest: Rest) => Answer,
): (one: One, ...rest: Rest) => Answer {
  const known = new WeakMap<One, { readonly rest: Rest; readonly answer: Answer }>();
  return (one, ...rest) => {
    const last = known.get(one);
    if (last && isSameList(rest, last.rest)) return last.answer;
    const now = answer(one, ...rest);
    known.set(one, { rest, answer: now });
    return now;
  };
}

export function isSameList(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

/**
 * Gives the same array for lists of the same objects. It remembers the last list that began with
 * each object.
 */
export function sameLists<One extends object>(): (list: readonly One[]) => readonly One[] {
  const listOf = remembered((first: One, ...others: readonly One[]) => [first, ...others]);
  const none: readonly One[] = [];
  return ([first, ...others]) => (first ? listOf(first, ...others) : none);
}
