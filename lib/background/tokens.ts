import type { KeyValueArea } from './key-value-area.ts';

const key = (token: string) => `token:${token}`;

/** A token for one greeting; the page cannot guess it. */
export async function issueToken(area: KeyValueArea): Promise<string> {
  const token = crypto.randomUUID();
  await area.set(key(token), true);
  return token;
}

/** True for a token that was issued and not redeemed before. */
export async function redeemToken(area: KeyValueArea, token: string): Promise<boolean> {
  const isIssued = (await area.get(key(token))) === true;
  await area.remove(key(token));
  return isIssued;
}
