const PATIENCE_MS = 30_000;
const POLL_MS = 100;

/** Asks again and again until there is an answer; tells what was waited for when there is none. */
export async function waitFor<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined>,
  details: () => string | Promise<string> = () => '',
  patienceMs = PATIENCE_MS,
): Promise<Answer> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`Waited in vain for ${what}. ${await details()}`);
}
