import { TOKENS_KEY } from '../settings/storage-names.ts';
import { z } from '../validation/z.ts';
import type { KeyValueArea } from './key-value-area.ts';

export interface Tokens {
  /** A token for one greeting. The page cannot guess it. */
  issue(): Promise<string>;
  /** True for a token that was issued and not redeemed before. */
  redeem(token: string): Promise<boolean>;
}

/** Frames that never greet leave their tokens behind: the oldest is given up beyond so many. */
export const MOST_TOKENS = 200;

const storedTokens = z.array(z.string()).catch([]);

/**
 * One-time tokens by which the panel's frame knows the content script. Any page can send the frame
 * greetings by the thousand, so a token that was not issued costs one look into a set, and neither
 * storage nor any queue of other work.
 */
export function createTokens(area: KeyValueArea): Tokens {
  let stored: Promise<Set<string>> | undefined;
  let lastWrite: Promise<unknown> = Promise.resolve();

  /** Read once: nobody else writes them. */
  function outstanding(): Promise<Set<string>> {
    stored ??= area.get(TOKENS_KEY).then((tokens) => new Set(storedTokens.parse(tokens)));
    return stored;
  }

  function write(tokens: ReadonlySet<string>): Promise<void> {
    const written = lastWrite.then(() =>
      tokens.size > 0 ? area.set(TOKENS_KEY, [...tokens]) : area.remove(TOKENS_KEY),
    );
    lastWrite = written.catch(() => {});
    return written;
  }

  return {
    async issue() {
      const tokens = await outstanding();
      const token = crypto.randomUUID();
      tokens.add(token);
      for (const oldest of tokens) if (tokens.size > MOST_TOKENS) tokens.delete(oldest);
      await write(tokens);
      return token;
    },
    async redeem(token) {
      const tokens = await outstanding();
      // Of two that come at once only one finds it here. It is gone from storage before it counts.
      if (!tokens.delete(token)) return false;
      await write(tokens);
      return true;
    },
  };
}
