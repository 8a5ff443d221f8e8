import type { SentMessage } from '../messaging/messages.ts';
import { fromReply } from '../messaging/reply.ts';
import { native } from './native.ts';

/**
 * A background that is about to go to sleep takes no message, and the browser does not wake it for
 * that one (seen in Firefox 153, about once in ten tries at that moment). The message was not
 * delivered, so sending it again does nothing twice.
 */
const NOT_DELIVERED = /Receiving end does not exist/;
const WAITS_MS = [50, 200, 800, 2000];

/** Later messages wait while an earlier one is sent again, so they arrive in order. */
let resending: Promise<unknown> = Promise.resolve();

/**
 * Delivers a message and gives the answer, unchecked. It has no zod, so the content script can use it.
 * @throws what went wrong in the background, or that this context has lost its extension
 */
export async function deliverToBackground(message: SentMessage): Promise<unknown> {
  await resending;
  try {
    return await deliver(message);
  } catch (error) {
    if (!isNotDelivered(error)) throw error;
  }
  const answer = resending.then(() => sendAgain(message, WAITS_MS));
  resending = answer.catch(() => {});
  return answer;
}

async function sendAgain(message: SentMessage, waits: readonly number[]): Promise<unknown> {
  const [wait, ...others] = waits;
  await new Promise((resolve) => setTimeout(resolve, wait));
  try {
    return await deliver(message);
  } catch (error) {
    if (!isNotDelivered(error) || others.length === 0) throw error;
    return sendAgain(message, others);
  }
}

async function deliver(message: SentMessage): Promise<unknown> {
  return fromReply(await native().runtime.sendMessage(message));
}

function isNotDelivered(error: unknown): boolean {
  // In a frame, Firefox rejects with an Error from elsewhere, for which `instanceof` is false.
  return NOT_DELIVERED.test(String(error));
}
