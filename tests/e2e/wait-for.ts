const PATIENCE_MS = 30_000;
/** Most answers come at once, so the first questions follow quickly. */
const FIRST_POLL_MS = 10;
const LAST_POLL_MS = 100;
const SLOWER = 1.5;

/** Asks again and again until there is an answer; tells what was waited for when there is none. */
export async function waitFor<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined>,
  details: () => string | Promise<string> = () => '',
  patienceMs = PATIENCE_MS,
): Promise<Answer> {
  const end = Date.now() + patienceMs;
  let pollMs = FIRST_POLL_MS;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    pollMs = Math.min(pollMs * SLOWER, LAST_POLL_MS);
  }
  throw new Error(`Waited in vain for ${what}. ${await details()}`);
}
