import type { PartInName } from '../calpads/part-in-name.ts';
import { MOST_PARTS, partInName } from '../calpads/part-in-name.ts';
import type { FileFacts } from '../inspection/file-facts.ts';
import type { LabelPart, PartAnswer, SentSet } from './label-part.ts';
import type { NamedContent, Numbering } from './part-numbers.ts';
import { isOpen, nextNumber, numbersFor } from './part-numbers.ts';
import { remembered } from './remembered.ts';
import type { CheckedFile, ChosenFile } from './rule.ts';
import { schoolsOf, whatIsDisjoint } from './told-apart.ts';

/** How a file stands to the other files for its label. */
export type AmongParts =
  | {
      readonly kind: 'part';
      readonly part: LabelPart;
      /** What tells the parts apart. `ledger`: they were told apart when the first one was sent. */
      readonly by: 'names' | 'leas' | 'schools' | 'answer' | 'ledger';
      /** Another part in the same choice. */
      readonly twin?: string;
    }
  /** Nothing tells the files apart, so the person says whether they are parts. */
  | {
      readonly kind: 'not told apart';
      readonly set: string;
      readonly of: number;
      readonly twin: string;
    }
  /** A problem holds one of the files, so nobody knows whether they are parts. */
  | { readonly kind: 'one is held'; readonly twin: string }
  /** Its name, or the ledger, says that there are other parts. `ofs`: how many there may be. */
  | { readonly kind: 'which part'; readonly number: number; readonly ofs: readonly number[] };

/** All that was chosen with one content for the label. */
interface Content extends NamedContent {
  readonly name: string;
  readonly records: FileFacts;
  readonly isHeld: boolean;
  /** The set that the person said this is a part of. */
  readonly saysParts?: string | undefined;
}

/**
 * Tells whether a file is the whole file for its label (undefined) or one of several. All files of
 * one label and one organization are looked at together, so all get the same answer.
 *
 *   one file ──────► whole, unless its name or the ledger speaks of other parts ──► ask
 *   several files ─► names, LEAs, schools or the person tell them apart ──► parts
 *              └───► nothing does ──► ask: parts, or remove one
 */
export const amongParts = remembered((file: CheckedFile): AmongParts | undefined => {
  const { label, facts, peers, organization, sentSets } = file;
  if (!label || !facts) return undefined;
  const contents = contentsByLea(peers.sameLabel).get(organization?.reportingLea) ?? [];
  const own = contents.find(({ hash }) => hash === facts.contentHash);
  if (!own) return undefined;
  const sent = sentSets?.find(
    ({ fileType, schoolYear }) => fileType === label.fileType && schoolYear === label.schoolYear,
  );
  return contents.length > 1 ? amongSeveral(file, own, contents, sent) : alone(file, own, sent);
});

/**
 * By the organization's LEA. Those of one organization are in the order of the names, so that each
 * part keeps its number in another sitting.
 */
const contentsByLea = remembered((sameLabel: readonly ChosenFile[]) => {
  const byLea = Map.groupBy(sameLabel, ({ organization }) => organization?.reportingLea);
  return new Map([...byLea].map(([lea, files]) => [lea, contentsOf(files)]));
});

function contentsOf(files: readonly ChosenFile[]): readonly Content[] {
  const byContent = Map.groupBy(files, ({ facts }) => facts?.contentHash);
  return [...byContent.values()].flatMap(contentOf).toSorted(byName);
}

function contentOf(copies: readonly ChosenFile[]): Content[] {
  const [first] = copies.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  if (!first?.facts || !first.records) return [];
  return [
    {
      hash: first.facts.contentHash,
      name: first.name,
      named: partInName(first.reading.stem),
      records: first.records,
      isHeld: copies.every(({ isHeld }) => isHeld),
      saysParts: copies.find(({ saysParts }) => saysParts)?.saysParts,
    },
  ];
}

const IN_ORDER = new Intl.Collator('en', { numeric: true });

function byName(a: Content, b: Content): number {
  return (
    IN_ORDER.compare(a.name, b.name) ||
    codesOf(a).localeCompare(codesOf(b)) ||
    a.hash.localeCompare(b.hash)
  );
}

function codesOf({ records }: Content): string {
  return [...Object.keys(records.reportingLeas).toSorted(), ...(schoolsOf(records) ?? [])].join();
}

function alone(
  { saysPart }: CheckedFile,
  own: Content,
  sent: SentSet | undefined,
): AmongParts | undefined {
  if (saysPart === 'whole') return undefined;
  const numbering = numbersFor([own], sent);
  const { before, by } = numbering;
  if (by === 'same set' || isAmongSent(own, before)) {
    return { kind: 'part', part: partOf(own, numbering), by: 'ledger' };
  }
  if (saysPart) {
    return { kind: 'part', part: partAsSaid(saysPart, own, sent), by: 'answer' };
  }
  if (before && by === 'names') {
    return { kind: 'part', part: partOf(own, numbering), by: 'names' };
  }
  if (own.named?.by === 'words') {
    return { kind: 'which part', number: own.named.number, ofs: countsFor(own.named, sent) };
  }
  if (!sent || !isOpen(sent)) return undefined;
  return { kind: 'which part', number: nextNumber(sent), ofs: [sent.of] };
}

function partAsSaid(
  { number, of }: Exclude<PartAnswer, 'whole'>,
  { hash }: Content,
  sent: SentSet | undefined,
): LabelPart {
  const before = sent?.of === of ? sent : undefined;
  const numbers = new Set([number, ...(before?.sent ?? []).map((part) => part.number)]);
  return { number, of, set: before?.set ?? hash, isSent: false, missing: of - numbers.size };
}

function countsFor({ number, of }: PartInName, sent: SentSet | undefined): number[] {
  if (of !== undefined) return [of];
  if (sent && sent.of >= number) return [sent.of];
  const fewest = Math.max(number, 2);
  return Array.from({ length: MOST_PARTS - fewest + 1 }, (_, more) => fewest + more);
}

function amongSeveral(
  file: CheckedFile,
  own: Content,
  contents: readonly Content[],
  sent: SentSet | undefined,
): AmongParts {
  const twin = contents.find((one) => one !== own)?.name ?? own.name;
  if (contents.some(({ isHeld }) => isHeld)) return { kind: 'one is held', twin };
  const numbering = numbersOnce(contents, sent);
  const { set } = numbering;
  const by = whatTellsApart(contents, numbering);
  if (!by) return { kind: 'not told apart', set, of: contents.length, twin };
  const part = { ...partOf(own, numbering), ...(by === 'schools' && schoolOf(own, file)) };
  return { kind: 'part', part, by, twin };
}

const numbersOnce = remembered(numbersFor);

const whatTellsApart = remembered((contents: readonly Content[], { set, by }: Numbering) => {
  if (by === 'same set') return 'ledger';
  if (contents.every(({ saysParts }) => saysParts === set)) return 'answer';
  if (by === 'names') return 'names';
  return by === 'order' ? whatIsDisjoint(contents.map(({ records }) => records)) : undefined;
});

function schoolOf({ records }: Content, { namesSchool }: CheckedFile) {
  const [school, ...more] = schoolsOf(records) ?? [];
  if (school === undefined || more.length > 0) return {};
  return { school, ...(namesSchool && { namesSchool }) };
}

function partOf(own: Content, { set, of, numbers, before }: Numbering): LabelPart {
  const isSent = before !== undefined && isOpen(before) && isAmongSent(own, before);
  return { number: numbers.get(own.hash) ?? of, of, set, isSent, missing: of - numbers.size };
}

function isAmongSent({ hash }: Content, before: SentSet | undefined): boolean {
  return before?.sent.some(({ contentHash }) => contentHash === hash) === true;
}
