import type { Handlers } from '../messaging/messages.ts';
import type { tokenMessages } from '../messaging/token-messages.ts';
import type { Parts } from './parts.ts';
import { issueToken, redeemToken } from './tokens.ts';

export function tokenHandlers({ session }: Parts): Handlers<keyof typeof tokenMessages> {
  return {
    'issue token': () => issueToken(session),
    // Outside the queue: however many greetings a page sends, no change waits for them.
    'redeem token': ({ token }) => redeemToken(session, token),
  };
}
