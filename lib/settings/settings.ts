import { learnedControlSchema } from '../validation/page-schemas.ts';
import { panelDocksSchema } from '../validation/panel-schemas.ts';
import { z } from '../validation/z.ts';

/**
 * What is remembered besides the ledger. Every version can read a new optional part. Any other
 * change of the shape gets a number and a migration.
 */
const settingsSchema = z.object({
  version: z.literal(1),
  /** The organization whose checklist is shown. */
  organization: z.uuid().optional(),
  /** Controls of the upload page that people pointed out, oldest first. */
  learned: z.array(learnedControlSchema).readonly().optional(),
  /** Where the person put the panel. */
  docks: panelDocksSchema.optional(),
});

export type Settings = z.infer<typeof settingsSchema>;

export const NO_SETTINGS: Settings = { version: 1 };

/** Settings that cannot be read count as a new user's: they hold nothing but conveniences. */
export function readSettings(stored: unknown): Settings {
  const parsed = settingsSchema.safeParse(stored);
  return parsed.success ? parsed.data : NO_SETTINGS;
}
