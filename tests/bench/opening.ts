import type { Driver } from '../e2e/drivers/driver.ts';
import { waitFor } from '../e2e/wait-for.ts';
import { median } from './timing.ts';

/** An odd number, for the median. */
export const OPENINGS = 21;
const PATIENCE_MS = 300_000;

/** In seconds, by the page's own clock, from its address to when it is usable. */
export async function medianOpening(
  driver: Driver,
  which: 'checklist' | 'organizations',
): Promise<number> {
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    times.push(await openingOf(driver, which));
  }
  return median(times);
}

/** One opening. A page that has much to read may take a while. */
export async function openingOf(
  driver: Driver,
  which: 'checklist' | 'organizations',
): Promise<number> {
  const page = await driver.openExtensionPage(which);
  const time = await waitFor(
    `the page "${which}"`,
    () =>
      page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime, `${which} usable`),
    () => '',
    PATIENCE_MS,
  );
  return time / 1000;
}
