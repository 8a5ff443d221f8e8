import type { AttachedFile } from '../ledger/attached-file.ts';
import { attachedFileSchema } from '../ledger/attached-file.ts';
import type { LedgerEvent, NewEvent } from '../ledger/events.ts';
import { standing } from '../ledger/events.ts';
import type { TabMessage } from '../messaging/to-background.ts';
import { z } from '../validation/z.ts';

/** What one tab is in the middle of: files attached, perhaps submitted, not yet confirmed. */
export const pendingSubmission = z.object({
  submission: z.uuid(),
  files: z.array(z.object({ organization: z.uuid(), file: attachedFileSchema })),
  isSubmitted: z.boolean(),
  /** It is already on record that no thank-you text was seen; one may still come. */
  isDoubted: z.boolean(),
});

export type PendingSubmission = z.infer<typeof pendingSubmission>;
type PendingFile = PendingSubmission['files'][number];

/** What a tab reports, the browser about it, or the clock. */
export type TabEvent =
  | Exclude<TabMessage, { type: 'files attached' | 'files sent anyway' }>
  | {
      readonly type: 'files attached';
      readonly how: 'instead' | 'also';
      readonly files: readonly PendingFile[];
    }
  | { readonly type: 'tab closed' }
  /** Too much time has passed since the click. */
  | { readonly type: 'time is up' };

export interface Step {
  readonly pending: PendingSubmission | undefined;
  readonly record: readonly NewEvent[];
}

/** A submission that goes on for longer has most likely come to nothing. */
export const MINUTES_TO_THANK_YOU = 10;

/**
 * Turns what happens in a tab into ledger entries. A file counts as sent only on proof: the
 * person's click on the page's button, and then the page's thank-you text, in the same tab.
 *
 *   attached ──submit clicked──► submitted ──thank-you shown──► confirmed-on-page
 *      │                            └─tab closed, another page, time is up,
 *      │                              other files attached──► confirmation-not-seen
 *      └─page reloaded, tab closed, taken back, replaced──► taken-back
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
      // After the click nothing can be taken back; the thank-you is still waited for.
      if (pending?.isSubmitted) return { pending, record: [] };
      return { pending: undefined, record: entries('taken-back', pending) };
    case 'page opened':
      // After the click a reload is the page's answer; the thank-you may be on it.
      if (pending?.isSubmitted) return { pending, record: [] };
      return { pending: undefined, record: entries('taken-back', pending) };
    case 'submit clicked':
      if (!pending || pending.isSubmitted) return { pending, record: [] };
      return { pending: { ...pending, isSubmitted: true }, record: entries('submitted', pending) };
    case 'thank-you shown':
      if (!pending?.isSubmitted) return { pending, record: [] };
      return { pending: undefined, record: entries('confirmed-on-page', pending) };
    case 'no thank-you here':
      return doubt(pending, 'another page');
    case 'time is up':
      return doubt(pending, 'no answer');
    case 'tab closed':
      if (pending?.isSubmitted) {
        return { pending: undefined, record: doubt(pending, 'tab closed').record };
      }
      return { pending: undefined, record: entries('taken-back', pending) };
  }
}

/**
 * For the start of the browser or the extension: submissions left unfinished when it ended.
 * @param events of all organizations
 */
export function leftUnfinished(events: readonly LedgerEvent[]): NewEvent[] {
  const open = new Map<string, NewEvent>();
  for (const event of standing(events)) {
    if (!('file' in event)) continue;
    const { organization, submission, file } = event;
    const place = `${organization} ${submission} ${file.name}`;
    const base = { organization, submission, file };
    if (event.kind === 'attached') open.set(place, { ...base, kind: 'taken-back' });
    else if (event.kind === 'submitted') {
      open.set(place, { ...base, kind: 'confirmation-not-seen', why: 'tab closed' });
    } else open.delete(place);
  }
  return [...open.values()];
}

type Doubt = Extract<LedgerEvent, { kind: 'confirmation-not-seen' }>['why'];

function doubt(pending: PendingSubmission | undefined, why: Doubt): Step {
  if (!pending?.isSubmitted || pending.isDoubted) return { pending, record: [] };
  const record = pending.files.map(({ organization, file }) => ({
    kind: 'confirmation-not-seen' as const,
    organization,
    submission: pending.submission,
    file,
    why,
  }));
  return { pending: { ...pending, isDoubted: true }, record };
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
  const begun = { submission: newId(), files: [...files], isSubmitted: false, isDoubted: false };
  return {
    pending: begun,
    record: [
      ...entries('taken-back', open),
      // Nobody will thank for what was submitted before and is replaced now.
      ...doubt(pending, 'no answer').record,
      ...entries('attached', begun),
    ],
  };
}

function unsubmitted(pending: PendingSubmission | undefined): PendingSubmission | undefined {
  return pending?.isSubmitted ? undefined : pending;
}

function entries(
  kind: 'attached' | 'taken-back' | 'submitted' | 'confirmed-on-page',
  pending: PendingSubmission | undefined,
): NewEvent[] {
  if (!pending) return [];
  const { submission, files } = pending;
  return files.map(({ organization, file }) => ({ kind, organization, submission, file }));
}

/** Of the files of a message, those of one organization each. */
export function pendingFiles(
  files: readonly AttachedFile[],
  organizationOf: (file: AttachedFile) => string,
): PendingFile[] {
  return files.map((file) => ({ organization: organizationOf(file), file }));
}
