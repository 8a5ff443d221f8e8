import { FutureEventError, ReadOnlyLedgerError } from '../ledger/store.ts';
import type { ChangeAnswer, RefusedChange } from '../messaging/change-answer.ts';
import type { Sender } from '../messaging/messages.ts';

/** Handles whatever changes something in the order in which it was asked for. */
export class ChangeQueue {
  readonly #afterChange: () => Promise<void>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(afterChange: () => Promise<void>) {
    this.#afterChange = afterChange;
  }

  run<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => {});
    return result;
  }

  /** Changes something that is kept. In a private window nothing is. */
  async change(sender: Sender, work: () => Promise<unknown>): Promise<ChangeAnswer> {
    const result = await this.attempt(sender, work);
    return 'refused' in result ? result.refused : 'done';
  }

  /** The same for a change that has a result. */
  async attempt<Result>(sender: Sender, work: () => Promise<Result>): Promise<Attempt<Result>> {
    if (sender.isPrivate) return { refused: 'private window' };
    const attempt = await this.run(() =>
      work().then(
        (result) => ({ result }),
        (error: unknown) => ({ refused: whyRefused(error) }),
      ),
    );
    await this.#afterChange().catch(() => {}); // the badge is a convenience; the change stands
    return attempt;
  }
}

export type Attempt<Result> = { readonly result: Result } | { readonly refused: RefusedChange };

function whyRefused(error: unknown): RefusedChange {
  if (error instanceof ReadOnlyLedgerError) return 'read-only';
  if (error instanceof FutureEventError) return 'from the future';
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'no room';
  return 'failed';
}
