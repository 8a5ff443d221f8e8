import { z } from '../validation/z.ts';

/** What became of a change that someone asked the background for. */
export const changeAnswerSchema = z.enum([
  'done',
  /** A newer version of the assistant wrote the ledger, so this one only reads it. */
  'read-only',
  /** The browser has no room left for the extension's data. */
  'no room',
  /** Nothing is kept about what happens in a private window. */
  'private window',
  /** An event to be imported lies in the future. */
  'from the future',
  'failed',
]);
export type ChangeAnswer = z.infer<typeof changeAnswerSchema>;

/** Why a change was not made. */
export const refusedChangeSchema = changeAnswerSchema.exclude(['done']);
export type RefusedChange = z.infer<typeof refusedChangeSchema>;
