import { outcomeSchema } from '../ledger/outcome.ts';
import type { MessageMap } from './message-map.ts';
import { noAnswer, noPayload } from './message-map.ts';

/** What became of the submission on a page, for as long as the person has not dismissed it. */
export const outcomeMessages = {
  /** The panel in the page asks what to show. The content script asks whether there is anything. */
  'read outcome': {
    from: ['content script', 'panel'],
    payload: noPayload,
    /** Nothing, if nothing was submitted on this page or the person has dismissed it. */
    answer: outcomeSchema.optional(),
  },
  /** The person has read it, or is on to the next upload. */
  'dismiss outcome': {
    from: ['panel'],
    payload: noPayload,
    answer: noAnswer,
  },
} as const satisfies MessageMap;
