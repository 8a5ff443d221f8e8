import type { SentFile } from '../messaging/to-background.ts';
import { sentFileSchema } from '../messaging/to-background.ts';
import { z } from '../validation/z.ts';
import type { LedgerEvent } from './events.ts';

/** What one tab is in the middle of: files attached, perhaps submitted, not yet confirmed. */
export const pendingSubmission = z.object({
  submission: z.uuid(),
  files: z.array(sentFileSchema),
  isSubmitted: z.boolean(),
});

export type PendingSubmission = z.infer<typeof pendingSubmission>;

/** What a tab reports; see lib/messaging/to-background.ts. */
export type TabEvent =
  | {
      readonly type: 'files attached';
      readonly how: 'instead' | 'also';
      readonly files: readonly SentFile[];
    }
  | { readonly type: 'files taken back' }
  | { readonly type: 'page opened' }
  | { readonly type: 'submit clicked' }
  | { readonly type: 'thank-you shown' };

export interface Step {
  readonly pending: PendingSubmission | undefined;
  readonly record: readonly {
    readonly kind: LedgerEvent['kind'];
    readonly submission: string;
    readonly file: SentFile;
  }[];
}

/**
 * Turns what happens in a tab into ledger entries. A file counts as sent only on proof: the
 * person's click on the page's button, and then the page's thank-you text, in the same tab.
 *
 *   attached ──submit clicked──► submitted ──thank-you shown──► confirmed-on-page
 *      └─page reloaded, taken back, replaced──► taken-back
 */
export function nextStep(
  pending: PendingSubmission | undefined,
  event: TabEvent,
  newId: () => string,
): Step {
  switch (event.type) {
    case 'files attached':
      return attach(pending, event, newId);
    case 'files taken back':
      return { pending: undefined, record: entries('taken-back', unsubmitted(pending)) };
    case 'page opened': {
      // After the click a reload is the page's answer; the thank-you may be on it.
      if (pending?.isSubmitted) return { pending, record: [] };
      return { pending: undefined, record: entries('taken-back', pending) };
    }
    case 'submit clicked':
      if (!pending || pending.isSubmitted) return { pending, record: [] };
      return { pending: { ...pending, isSubmitted: true }, record: entries('submitted', pending) };
    case 'thank-you shown':
      if (!pending?.isSubmitted) return { pending, record: [] };
      return { pending: undefined, record: entries('confirmed-on-page', pending) };
  }
}

function attach(
  pending: PendingSubmission | undefined,
  { how, files }: Extract<TabEvent, { type: 'files attached' }>,
  newId: () => string,
): Step {
  const open = unsubmitted(pending);
  if (open && how === 'also') {
    const added = { ...open, files: [...files] };
    return {
      pending: { ...open, files: [...open.files, ...files] },
      record: entries('attached', added),
    };
  }
  const begun = { submission: newId(), files: [...files], isSubmitted: false };
  return {
    pending: begun,
    record: [...entries('taken-back', open), ...entries('attached', begun)],
  };
}

function unsubmitted(pending: PendingSubmission | undefined): PendingSubmission | undefined {
  return pending?.isSubmitted ? undefined : pending;
}

function entries(
  kind: LedgerEvent['kind'],
  pending: PendingSubmission | undefined,
): Step['record'] {
  if (!pending) return [];
  return pending.files.map((file) => ({ kind, submission: pending.submission, file }));
}
