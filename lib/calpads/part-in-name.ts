/** Which part of several a file name says that its file is. */
export interface PartInName {
  readonly number: number;
  readonly of?: number;
  /**
   * `words`: the name says `part 1` or `1 of 2`. `number`: it only ends like `SCSC_2`, which may also
   * count something else.
   */
  readonly by: 'words' | 'number';
}

/** Nobody splits a file by hand into more. */
export const MOST_PARTS = 20;

const SPACE = '[\\s_.#(-]*';
const OF = `[\\s_.-]*(?:of|de)[\\s_.-]*(\\d{1,2})`;
/** `part 1`, `Part_1_of_2`, `pt. 1`, `parte 1 de 2`. */
const PART = new RegExp(`(?<![a-z])(?:parte?|pt)${SPACE}(\\d{1,2})(?:${OF})?(?!\\d)`, 'i');
/** `1 of 2`, `(1of2)`. */
const NUMBER_OF = new RegExp(`(?<!\\d)(\\d{1,2})${OF}(?!\\d)`, 'i');
/**
 * `SCSC_2`, `SCSC 2022-23_2`. Browsers write `(2)` after a second download, and Macs write `-2` or
 * ` 2`, so those say nothing.
 */
const LAST_NUMBER = /(?:[a-z]|20\d\d-\d\d)_([1-9])$/i;

/** @param stem the name without its extension */
export function partInName(stem: string): PartInName | undefined {
  const [, number, of] = PART.exec(stem) ?? NUMBER_OF.exec(stem) ?? [];
  if (number !== undefined) return inRange(Number(number), of === undefined ? of : Number(of));
  const last = LAST_NUMBER.exec(stem)?.[1];
  return last === undefined ? undefined : { number: Number(last), by: 'number' };
}

function inRange(number: number, of: number | undefined): PartInName | undefined {
  if (number < 1 || number > (of ?? MOST_PARTS)) return undefined;
  if (of !== undefined && (of < 2 || of > MOST_PARTS)) return undefined;
  return { number, ...(of !== undefined && { of }), by: 'words' };
}
