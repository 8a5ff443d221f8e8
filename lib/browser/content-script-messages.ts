import type { Answer, AskedBy, Payload } from '../messaging/messages.ts';
import { deliverToBackground } from './delivery.ts';

/**
 * Asks the background, from the content script.
 * @throws what went wrong in the background, or that the extension was updated under the page
 */
export async function askFromPage<Name extends AskedBy<'content script'>>(
  name: Name,
  payload: Payload<Name>,
): Promise<Answer<Name>> {
  // The answer comes from our own background, whose handlers are held to this type. Zod would be
  // larger than the rest of the content script, so only the type is used here.
  return (await deliverToBackground({ name, payload })) as Answer<Name>;
}
