import type { ToBackground } from '../../lib/messaging/to-background.ts';
import type { Doc } from './drivers/driver.ts';
import { waitFor } from './wait-for.ts';

/**
 * Sends a message as the extension's own pages do, and gives the answer. A background that is just
 * going to sleep takes none; the extension's own sender tries again, and so does this one.
 */
export async function tellBackground(page: Doc, message: ToBackground): Promise<unknown> {
  const { answer } = await waitFor(`an answer to "${message.type}"`, () =>
    page.evaluate(async (sent) => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      if (!api) return undefined; // a frame of Firefox that is still loading
      try {
        const answer = await api.runtime.sendMessage(sent);
        return { answer: answer?.value as unknown };
      } catch (error) {
        if (String(error).includes('Receiving end does not exist')) return undefined;
        throw error;
      }
    }, message),
  );
  return answer;
}
