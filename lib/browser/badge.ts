import type { Badge } from '../background/badge.ts';
import { browser } from './browser.ts';
import { say } from './i18n.ts';

const GROUND = '#0b4296';

export async function showBadge({ text, title }: Badge): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: GROUND });
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title: say(title) });
}
