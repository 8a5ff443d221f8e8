import type { Handlers } from '../messaging/messages.ts';
import type { tokenMessages } from '../messaging/token-messages.ts';
import type { Parts } from './parts.ts';
import { createTokens } from './tokens.ts';

export function tokenHandlers({ session }: Parts): Handlers<keyof typeof tokenMessages> {
  const tokens = createTokens(session);
  return {
    'issue token': () => tokens.issue(),
    // Outside the queue: however many greetings a page sends, no change waits for them.
    'redeem token': ({ token }) => tokens.redeem(token),
  };
}
