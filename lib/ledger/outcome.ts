import { z } from '../validation/z.ts';
import { attachedFileSchema } from './attached-file.ts';
import type { Checklist } from './checklist.ts';
import { totalsOf } from './checklist.ts';
import type { FileEvent, LedgerEvent } from './events.ts';
import { doubtSchema, standing } from './events.ts';

/** When, in milliseconds since 1970. */
const at = z.int().positive();

/** What became of the files that a person submitted last in a tab. */
export const outcomeSchema = z.object({
  /** The person clicked, and the page thanked. `at` is the moment of the thanks. */
  sent: z.array(z.object({ at, file: attachedFileSchema })).readonly(),
  /** Something is missing that proves a sending. */
  notSure: z.array(z.object({ at, file: attachedFileSchema, why: doubtSchema })).readonly(),
  /** Files that the checklist still wants. Absent before a checklist is set up. */
  toGo: z.int().nonnegative().optional(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

/**
 * Says of each file what the ledger says: one proof of its sending is enough.
 * @param events in any order
 * @returns undefined while nothing is known about any of them
 */
export function outcomeOf(
  submissions: readonly string[],
  events: readonly LedgerEvent[],
): Pick<Outcome, 'sent' | 'notSure'> | undefined {
  const own = standing(events).filter(
    (event): event is FileEvent => 'file' in event && submissions.includes(event.submission),
  );
  const files = [...Map.groupBy(own, keyOf).values()];
  const sent = files.flatMap(
    (about) => about.findLast(({ kind }) => kind === 'confirmed-on-page') ?? [],
  );
  const notSure = files
    .filter((about) => !about.some((event) => sent.includes(event)))
    .flatMap(doubtAbout);
  if (sent.length + notSure.length === 0) return undefined;
  return { sent: sent.map(({ at: when, file }) => ({ at: when, file })), notSure };
}

function keyOf({ submission, file }: FileEvent): string {
  return [submission, file.name, file.attachedSha256].join();
}

function doubtAbout(about: readonly FileEvent[]): Outcome['notSure'] {
  const doubt = about.findLast((event) => event.kind === 'confirmation-not-seen');
  return doubt ? [{ at: doubt.at, file: doubt.file, why: doubt.why }] : [];
}

/** How many files a checklist still wants. Undefined if it wants none at all. */
export function toGo({ cells }: Checklist): number | undefined {
  const { required, missing } = totalsOf(cells);
  return required > 0 ? missing : undefined;
}
