import { standingKey } from '../settings/storage-names.ts';
import type { PageStanding } from '../validation/page-schemas.ts';
import { pageStandingSchema } from '../validation/page-schemas.ts';
import { z } from '../validation/z.ts';
import type { KeyValueArea } from './key-value-area.ts';

/** How the assistant stands on the page of a tab, and which of its frames says so. */
const storedStanding = pageStandingSchema.extend({ frame: z.int() });

export async function readStanding(
  area: KeyValueArea,
  tabId: number,
): Promise<PageStanding | undefined> {
  const stored = await readStored(area, tabId);
  if (!stored) return undefined;
  const { frame: _, ...standing } = stored;
  return standing;
}

/**
 * Every frame of the site reports for itself. The form may be in any of them, so the frame that saw
 * the most of it counts.
 * @returns how the assistant stands in the tab now
 */
export async function noteStanding(
  area: KeyValueArea,
  tabId: number,
  frame: number,
  standing: PageStanding,
): Promise<PageStanding> {
  const before = await readStored(area, tabId);
  if (before && before.frame !== frame && rank(before) > rank(standing)) return before;
  await area.set(standingKey(tabId), { ...standing, frame });
  return standing;
}

export function forgetStanding(area: KeyValueArea, tabId: number): Promise<void> {
  return area.remove(standingKey(tabId));
}

async function readStored(area: KeyValueArea, tabId: number) {
  const stored = storedStanding.safeParse(await area.get(standingKey(tabId)));
  return stored.success ? stored.data : undefined;
}

/** How much of the upload page a frame saw. */
function rank({ state, why }: PageStanding): number {
  if (state === 'on') return 3;
  if (state === 'partly on') return 2;
  return why === 'page changed' ? 1 : 0;
}
