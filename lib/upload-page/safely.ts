/**
 * Wraps whatever the browser calls of ours in the page: listeners, timers, observers, and the work
 * that goes on after a promise. What breaks in there is told to the one who ends the assistant, and
 * never reaches the page.
 */
export type Safely = <Args extends readonly unknown[], Result>(
  work: (...args: Args) => Result,
) => (...args: Args) => Result | undefined;

/** What all that listens to the page is given: when to end, and what to do when it breaks. */
export interface Lifetime {
  readonly signal: AbortSignal;
  readonly safely: Safely;
}

export function safelyWith(onFailure: (error: unknown) => void): Safely {
  return (work) =>
    (...args) => {
      try {
        const result = work(...args);
        if (result instanceof Promise) result.catch(onFailure);
        return result;
      } catch (error) {
        onFailure(error);
        return undefined;
      }
    };
}
