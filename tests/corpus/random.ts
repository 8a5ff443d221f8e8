/**
 * A 32-bit mix of two integers (the MurmurHash3 finalizer). The same input gives the same output
 * everywhere.
 */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A 32-bit number for a text (FNV-1a). It lets a type, a year or an LEA code seed a sequence. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  }
  return h >>> 0;
}

/** Returns integers from 0 to `below` - 1. */
export type Random = (below: number) => number;

/**
 * Mulberry32 is small, fast, and gives the same sequence on every machine. `Math.random` does not.
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000) * below);
  };
}

/** Picks one of `values`. The list is never empty in this folder. */
export function pick(values: readonly string[], random: Random): string {
  return values[random(values.length)] ?? '';
}

/** The integer as text, with leading zeros up to `width` digits. */
export function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
