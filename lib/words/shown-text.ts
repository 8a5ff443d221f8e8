/** Signs that turn the direction of text, or end its line, for all that follows them in a sentence. */
const TURNING = String.raw`\u061C\u200E\u200F\u2028-\u202E\u2066-\u206F`;
const ANY_TURNING = new RegExp(`[${TURNING}]`, 'g');
/** A stretch that this function has set apart, in a text that now stands in another. */
const APART = new RegExp(`(\u2068[^${TURNING}]*\u2069)`);
/** Letters that are written from right to left: Hebrew, Arabic, Syriac, N'Ko and their like. */
const FROM_RIGHT =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * A name or another text that somebody else wrote, fit to stand inside our own sentences: it cannot
 * turn our words round. Signs that would do so are shown by their codes, as in `SENR [U+202E]txt`;
 * text from right to left is set apart (Unicode Bidirectional Algorithm, UAX #9, section 2.7).
 */
export function shownText(text: string): string {
  const pieces = text.split(APART); // every second one is set apart already
  const isFromRight = pieces.some(
    (piece, place) => place % 2 === 0 && FROM_RIGHT.test(withCodes(piece)),
  );
  if (isFromRight) return `\u2068${withCodes(text)}\u2069`;
  return pieces.map((piece, place) => (place % 2 === 0 ? withCodes(piece) : piece)).join('');
}

function withCodes(text: string): string {
  return text.replaceAll(ANY_TURNING, (sign) => {
    const hex = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `[U+${hex}]`;
  });
}
