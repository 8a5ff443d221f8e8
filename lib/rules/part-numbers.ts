import type { PartInName } from '../calpads/part-in-name.ts';
import type { SentSet } from './label-part.ts';

/** One of the contents that are sent for one label. */
export interface NamedContent {
  readonly hash: string;
  readonly named?: PartInName | undefined;
}

export interface Numbering {
  readonly set: string;
  readonly of: number;
  /** By content hash. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The set that these parts go on with. */
  readonly before?: SentSet | undefined;
  /**
   * `same set`: with those sent before, these are exactly the parts of a set that was told apart then.
   * `names`: each name says its number. `not names`: a name says another number or count.
   */
  readonly by: 'same set' | 'names' | 'not names' | 'order';
}

/** Numbers all parts of one label. @param parts in the order for those without a number */
export function numbersFor(parts: readonly NamedContent[], sent: SentSet | undefined): Numbering {
  const before = sent && goesOn(parts, sent) ? sent : undefined;
  const of = before?.of ?? Math.max(countInNames(parts) ?? 0, parts.length);
  const numbers = assign(parts, of, before);
  const set = before?.set ?? setOf(parts.map(({ hash }) => hash));
  return { set, of, numbers, before, by: how() };

  function how(): Numbering['by'] {
    if (before && isSameSet(parts, before)) return 'same set';
    if (parts.every((part) => part.named && isAsNamed(part))) return 'names';
    const isAgainstName = parts.some((part) => part.named?.by === 'words' && !isAsNamed(part));
    return isAgainstName ? 'not names' : 'order';
  }

  function isAsNamed({ hash, named }: NamedContent): boolean {
    return named?.number === numbers.get(hash) && (named?.of ?? of) === of;
  }
}

/** Names a set by all its parts, in whatever order: the exclusive or of their content hashes. */
export function setOf(hashes: readonly string[]): string {
  const sum = hashes.reduce((before, hash) => before ^ BigInt(`0x${hash}`), 0n);
  return sum.toString(16).padStart(64, '0');
}

/** Some of its parts are still to be sent. */
export function isOpen({ of, sent }: SentSet): boolean {
  return sent.length < of;
}

/** The lowest number that was not sent yet. */
export function nextNumber(set: SentSet): number {
  return freeNumbers(set.of, new Set(set.sent.map(({ number }) => number)))[0] ?? set.of;
}

function goesOn(parts: readonly NamedContent[], sent: SentSet): boolean {
  if (isSameSet(parts, sent)) return true;
  const all = together(parts, sent);
  const isShared = all.size < parts.length + sent.sent.length;
  const isNamed = parts.every(
    ({ hash, named }) =>
      named?.by === 'words' &&
      (named.of ?? sent.of) === sent.of &&
      named.number <= sent.of &&
      sent.sent.every(({ number, contentHash }) => number !== named.number || contentHash === hash),
  );
  return (isShared || isNamed) && all.size <= sent.of;
}

function isSameSet(parts: readonly NamedContent[], sent: SentSet): boolean {
  const all = together(parts, sent);
  return all.size === sent.of && setOf([...all]) === sent.set;
}

function together(parts: readonly NamedContent[], { sent }: SentSet): Set<string> {
  return new Set([...parts.map(({ hash }) => hash), ...sent.map(({ contentHash }) => contentHash)]);
}

/** `1 of 3` and `2 of 3`: three. */
function countInNames(parts: readonly NamedContent[]): number | undefined {
  const counts = new Set(parts.flatMap(({ named }) => named?.of ?? []));
  return counts.size === 1 ? [...counts][0] : undefined;
}

/** What was sent keeps its number. Then each name's number counts, as far as it is free. */
function assign(
  parts: readonly NamedContent[],
  of: number,
  before: SentSet | undefined,
): Map<string, number> {
  const sent = before?.sent ?? [];
  const numbers = new Map(sent.map(({ contentHash, number }) => [contentHash, number]));
  const taken = new Set(sent.map(({ number }) => number));
  for (const { hash, named } of parts) {
    if (!named || numbers.has(hash) || named.number > of || taken.has(named.number)) continue;
    numbers.set(hash, named.number);
    taken.add(named.number);
  }
  const free = freeNumbers(of, taken);
  const left = parts.filter(({ hash }) => !numbers.has(hash));
  for (const [at, { hash }] of left.entries()) numbers.set(hash, free[at] ?? of);
  return numbers;
}

function freeNumbers(of: number, taken: ReadonlySet<number>): number[] {
  return Array.from({ length: of }, (_, at) => at + 1).filter((number) => !taken.has(number));
}
