import type { Answer, AskedBy, Payload } from '../messaging/messages.ts';
import { MESSAGES } from '../messaging/messages.ts';
import { deliverToBackground } from './delivery.ts';

/**
 * Asks the background, from one of the extension's own pages or the panel.
 * @example const { current } = await ask('read ledger', {});
 * @throws what went wrong in the background, or that its answer is not as it should be
 */
export async function ask<Name extends AskedBy<'panel' | 'own pages'>>(
  name: Name,
  payload: Payload<Name>,
): Promise<Answer<Name>> {
  return MESSAGES[name].answer.parse(await deliverToBackground({ name, payload }));
}
