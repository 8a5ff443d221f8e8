// Every person value in the corpus is recognizable. So a test can prove that none of them reached a
// report, a log, a stored record or a message:
//   names, places, addresses, local ids   begin with Zqx (any letter case)
//   SSIDs and statewide educator ids      99 and eight digits (CALPADS issues no such numbers)
//   birth dates                           in the year 1901, in any common notation
//   postal codes                          00900-09nn (no place has them)

/** The start of every invented name, street, town and local id. */
export const CANARY_PREFIX = 'Zqx';

/** One expression per kind of canary. None has the `g` flag, so `.test` keeps no state. */
export const CANARIES: readonly RegExp[] = [
  /zqx[\p{L}\p{N}'’-]*/iu,
  // The look-around excludes hexadecimal digests and longer numbers.
  /(?<![0-9a-z])99\d{8}(?![0-9a-z])/i,
  /(?<!\d)1901[-/. ]?(?:0[1-9]|1[0-2])[-/. ]?(?:0[1-9]|[12]\d|3[01])(?!\d)/,
  /(?<!\d)\d{1,2}[-/. ]\d{1,2}[-/. ]1901(?!\d)/,
  /(?<!\d)00900-09\d\d(?!\d)/,
];

/**
 * All canaries in a text, each once, in no particular order. An empty list proves that no person
 * value from the corpus is in the text. NULs are ignored, because UTF-16 read as bytes has one per
 * letter.
 */
export function findCanaries(text: string): string[] {
  const plain = text.replaceAll('\0', '');
  const found = new Set<string>();
  for (const canary of CANARIES) {
    for (const match of plain.matchAll(new RegExp(canary, `${canary.flags}g`))) {
      found.add(match[0]);
    }
  }
  return [...found];
}
