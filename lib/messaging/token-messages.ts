import { z } from '../validation/z.ts';
import type { MessageMap } from './message-map.ts';
import { noPayload } from './message-map.ts';

/** How the panel knows that the one who greets it is our content script, and not the page. */
export const tokenMessages = {
  /** The content script asks for a one-time token, which it then hands to the panel's frame. */
  'issue token': {
    from: ['content script'],
    payload: noPayload,
    /** A token that nobody can guess. */
    answer: z.string(),
  },
  /** The panel asks whether a token that it was greeted with came from the background. */
  'redeem token': {
    from: ['panel'],
    payload: z.object({
      /** The token as it was received; a page may have sent anything. */
      token: z.string().max(64),
    }),
    /** True the first time that a token that was issued is redeemed. */
    answer: z.boolean(),
  },
} as const satisfies MessageMap;
