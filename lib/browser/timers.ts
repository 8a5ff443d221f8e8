import { browser } from './browser.ts';

const PREFIX = 'tab:';
const DAILY = 'daily';
const DAY_MINUTES = 24 * 60;

/** Alarms outlive the background, which the browser may end at any time. */
export async function setTabTimer(tabId: number, minutes: number): Promise<void> {
  browser.alarms.create(`${PREFIX}${tabId}`, { delayInMinutes: minutes });
}

export async function clearTabTimer(tabId: number): Promise<void> {
  await browser.alarms.clear(`${PREFIX}${tabId}`);
}

export function serveTimers(onTab: (tabId: number) => void, onDay: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === DAILY) onDay();
    else if (name.startsWith(PREFIX)) onTab(Number(name.slice(PREFIX.length)));
  });
  browser.alarms.create(DAILY, { periodInMinutes: DAY_MINUTES });
}
