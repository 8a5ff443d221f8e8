import type { ChangeAnswer } from '../messaging/change-answer.ts';
import type { Handlers, Sender } from '../messaging/messages.ts';
import type { tabMessages } from '../messaging/tab-messages.ts';
import type { PageStanding } from '../validation/page-schemas.ts';
import { tabBadgeOf } from './badge.ts';
import { noteStanding, readStanding } from './page-standings.ts';
import type { Parts } from './parts.ts';

export function tabHandlers(parts: Parts): Handlers<keyof typeof tabMessages> {
  const { session, open } = parts;
  return {
    'page state': (standing, sender) => notePage(parts, standing, sender),
    'read page state': async ({ tabId }, sender) => {
      const tab = tabId ?? sender.tabId;
      return tab === undefined ? undefined : readStanding(session, tab);
    },
    'open upload page': () => open('upload page'),
    'open checklist': ({ view }) => open('checklist', view),
    'open check files': () => open('check files'),
    'open setup': ({ tab }) => open('setup', tab),
  };
}

/** In a private window nothing is kept, but the button of that tab still says it. */
async function notePage(
  { queue, session, showTabBadge }: Parts,
  standing: PageStanding,
  { tabId, frameId = 0, isPrivate }: Sender,
): Promise<ChangeAnswer> {
  if (tabId === undefined) return 'failed';
  return queue.run(async () => {
    const now = isPrivate ? standing : await noteStanding(session, tabId, frameId, standing);
    await showTabBadge(tabId, tabBadgeOf(now)).catch(() => {}); // the tab may be gone by now
    return isPrivate ? 'private window' : 'done';
  });
}
