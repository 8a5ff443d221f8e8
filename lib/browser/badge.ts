import type { Badge } from '../background/badge.ts';
import { ATTENTION } from '../background/badge.ts';
import { browser } from './browser.ts';
import { say } from './i18n.ts';

const GROUND = '#0b4296';

export async function showBadge({ text, title }: Badge): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: GROUND });
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title: say(title) });
}

/** What the button says while this tab is shown; without a badge of its own, what it says elsewhere. */
export async function showTabBadge(tabId: number, badge: Badge | undefined): Promise<void> {
  if (badge) {
    await browser.action.setBadgeText({ tabId, text: badge.text });
    await browser.action.setTitle({ tabId, title: say(badge.title) });
    return;
  }
  if ((await browser.action.getBadgeText({ tabId })) !== ATTENTION) return;
  await browser.action.setBadgeText({ tabId, text: null });
  // Chrome has no way to give a tab's title up before the tab opens another page: a copy stands in.
  await browser.action.setTitle({ tabId, title: await browser.action.getTitle({}) });
}
