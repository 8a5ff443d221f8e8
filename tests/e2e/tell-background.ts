import type { Answer, MessageName, Payload } from '../../lib/messaging/messages.ts';
import { MESSAGES } from '../../lib/messaging/messages.ts';
import type { Doc } from './drivers/driver.ts';
import { waitFor } from './wait-for.ts';

/**
 * Sends a message as the extension's own pages do, and gives the answer. A background that is about
 * to sleep accepts none, so this tries again, like the extension's own sender.
 */
export async function tellBackground<Name extends MessageName>(
  page: Doc,
  name: Name,
  payload: Payload<Name>,
): Promise<Answer<Name>> {
  const { answer } = await waitFor(`an answer to "${name}"`, () =>
    page.evaluate(
      async (sent) => {
        const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        if (!api) return undefined; // a frame of Firefox that is still loading
        try {
          const answer = await api.runtime.sendMessage(sent);
          return { answer: answer?.value as unknown };
        } catch (error) {
          if (String(error).includes('Receiving end does not exist')) return undefined;
          throw error;
        }
      },
      { name, payload },
    ),
  );
  return MESSAGES[name].answer.parse(answer ?? undefined);
}
