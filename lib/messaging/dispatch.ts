import { z } from '../validation/z.ts';
import type { Asker } from './message-map.ts';
import type { Answer, Handlers, MessageName, Sender } from './messages.ts';
import { MESSAGES } from './messages.ts';

const sentMessage = z.object({ name: z.string(), payload: z.unknown() });

/**
 * Hands a message that arrived to its handler, once it is checked.
 * @returns nothing for a message that is malformed or that this asker may not send
 */
export function dispatch(
  handlers: Handlers,
  message: unknown,
  by: Asker,
  sender: Sender,
): Promise<unknown> | undefined {
  const sent = sentMessage.safeParse(message);
  if (!sent.success || !isMessageName(sent.data.name)) return undefined;
  return handle(handlers, sent.data.name, sent.data.payload, by, sender);
}

function handle<Name extends MessageName>(
  handlers: Handlers,
  name: Name,
  payload: unknown,
  by: Asker,
  sender: Sender,
): Promise<Answer<Name>> | undefined {
  if (!MESSAGES[name].from.includes(by)) return undefined;
  const checked = MESSAGES[name].payload.safeParse(payload);
  return checked.success ? handlers[name](checked.data, sender) : undefined;
}

function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(MESSAGES, name);
}
