/**
 * Wraps all our code that the browser calls in the page: listeners, timers, observers, and the work
 * after a promise. An error in it ends the assistant and never reaches the page.
 */
export type Safely = <Args extends readonly unknown[], Result>(
  work: (...args: Args) => Result,
) => (...args: Args) => Result | undefined;

/** All code that listens to the page gets this: when to end, and how to handle an error. */
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
