/**
 * Lower case, one blank between words. A number, an icon or an arrow before the words goes, and so
 * does a colon, an asterisk, an icon or an arrow after them.
 */
export function plainWords(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\s\p{S}\p{Co}\p{Cf}\p{VS}»›:*.]+$/u, '')
    .replace(/^[\s\p{S}\p{Co}\p{Cf}\p{VS}«»‹›*-]*(?:\(?\d+[.)]\s+)?/u, '')
    .toLowerCase();
}

/** The same for several texts, without those that say nothing. */
export function plain(texts: readonly (string | null | undefined)[]): string[] {
  return texts.map((text) => plainWords(text ?? '')).filter((text) => text !== '');
}
