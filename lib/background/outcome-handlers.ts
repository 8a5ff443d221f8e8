import type { Handlers } from '../messaging/messages.ts';
import type { outcomeMessages } from '../messaging/outcome-messages.ts';
import { forgetOutcome, readOutcome } from './outcomes.ts';
import type { Parts } from './parts.ts';

export function outcomeHandlers(parts: Parts): Handlers<keyof typeof outcomeMessages> {
  const { queue, session } = parts;
  return {
    // In the queue: what was told before is part of the outcome.
    'read outcome': async (_, { tabId }) =>
      tabId === undefined ? undefined : queue.run(() => readOutcome(parts, tabId)),
    'dismiss outcome': async (_, { tabId }) => {
      if (tabId !== undefined) await queue.run(() => forgetOutcome(session, tabId));
    },
  };
}
