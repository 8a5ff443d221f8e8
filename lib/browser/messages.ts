import { fromAnswer } from '../messaging/answer.ts';
import type { ToBackground } from '../messaging/to-background.ts';
import { native } from './native.ts';

/**
 * A background that is just going to sleep takes no message, and the browser does not wake it for
 * that one (seen in Firefox 153, about once in ten tries at that very moment). The message was not
 * delivered, so sending it again does nothing twice.
 */
const NOT_DELIVERED = /Receiving end does not exist/;
const WAITS_MS = [50, 200, 800, 2000];

/** Later messages wait while an earlier one is sent again: what happened first is told first. */
let resending: Promise<unknown> = Promise.resolve();

/** The answer is checked by the one who asked; a context that has lost its extension rejects. */
export async function sendToBackground(message: ToBackground): Promise<unknown> {
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

async function sendAgain(message: ToBackground, waits: readonly number[]): Promise<unknown> {
  const [wait, ...others] = waits;
  await new Promise((resolve) => setTimeout(resolve, wait));
  try {
    return await deliver(message);
  } catch (error) {
    if (!isNotDelivered(error) || others.length === 0) throw error;
    return sendAgain(message, others);
  }
}

async function deliver(message: ToBackground): Promise<unknown> {
  return fromAnswer(await native().runtime.sendMessage(message));
}

function isNotDelivered(error: unknown): boolean {
  // In a frame Firefox rejects with an Error that is not of that frame: `instanceof` denies it.
  return NOT_DELIVERED.test(String(error));
}
