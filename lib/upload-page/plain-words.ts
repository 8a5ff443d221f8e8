/**
 * Lowercase, with one blank between words. It removes a number, an icon or an arrow before the
 * words, and a colon, an asterisk, an icon or an arrow after them.
 */
export function plainWords(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\s\p{S}\p{Co}\p{Cf}\p{VS}»›:*.]+$/u, '')
    .replace(/^[\s\p{S}\p{Co}\p{Cf}\p{VS}«»‹›*-]*(?:\(?\d+[.)]\s+)?/u, '')
    .toLowerCase();
}

/** The same for several texts, without the empty ones. */
export function plain(texts: readonly (string | null | undefined)[]): string[] {
  return texts.map((text) => plainWords(text ?? '')).filter((text) => text !== '');
}
