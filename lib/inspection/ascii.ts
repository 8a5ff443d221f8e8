const DIGIT_0 = 48;
const DIGIT_9 = 57;

/** Codes, names and separators are ASCII in every encoding that is scanned. */
export function ascii(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(bytes[at] as number);
  return text;
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= DIGIT_0 && byte <= DIGIT_9;
}

/**
 * The number that so many digits make. It makes no string, because it is called for every record.
 * Undefined if one of the bytes is not a digit.
 */
export function digitsAt(bytes: Uint8Array, from: number, length: number): number | undefined {
  let value = 0;
  for (let at = from; at < from + length; at += 1) {
    const byte = bytes[at];
    if (!isDigit(byte)) return undefined;
    value = value * 10 + (byte as number) - DIGIT_0;
  }
  return value;
}
