import { learnedControlSchema } from '../validation/page-schemas.ts';
import { z } from '../validation/z.ts';

/** The name under which the settings are stored. */
export const SETTINGS_KEY = 'settings';

/**
 * What is remembered besides the ledger. A new optional part can be read by every version; any other
 * change of the shape gets a number and a migration.
 */
const settingsSchema = z.object({
  version: z.literal(1),
  /** Of the organization whose checklist is shown. */
  organization: z.uuid().optional(),
  /** Controls of the upload page that people pointed out, oldest first. */
  learned: z.array(learnedControlSchema).readonly().optional(),
});

export type Settings = z.infer<typeof settingsSchema>;

export const NO_SETTINGS: Settings = { version: 1 };

/** Settings that cannot be read are those of a new user: nothing in them is more than a convenience. */
export function readSettings(stored: unknown): Settings {
  const parsed = settingsSchema.safeParse(stored);
  return parsed.success ? parsed.data : NO_SETTINGS;
}
