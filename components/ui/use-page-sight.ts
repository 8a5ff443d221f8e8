import { useEffect, useState } from 'react';
import { hasAccess, onAccessChanged } from '../../lib/browser/access.ts';
import { ask } from '../../lib/browser/messages.ts';
import { onSiteTabChanged, siteTab } from '../../lib/browser/site-tab.ts';
import type { PageStanding } from '../../lib/validation/page-schemas.ts';

/** What is to be seen of the upload page from here. */
export type PageSight =
  | { readonly kind: 'no access' }
  | { readonly kind: 'another site' }
  /** A page of the site, which was there before the assistant, or is in a private window. */
  | { readonly kind: 'not reported' }
  | { readonly kind: 'reported'; readonly standing: PageStanding };

/** As it is now, and again after every change; none until it is known. */
export function usePageSight(): PageSight | undefined {
  const [sight, setSight] = useState<PageSight>();
  useEffect(() => {
    const stop = new AbortController();
    const look = () => {
      lookAtPage().then(
        (seen) => !stop.signal.aborted && setSight(seen),
        () => setSight(undefined), // the checklist goes on without it
      );
    };
    onAccessChanged(look, stop.signal);
    onSiteTabChanged(look, stop.signal);
    look();
    return () => stop.abort();
  }, []);
  return sight;
}

async function lookAtPage(): Promise<PageSight> {
  if (!(await hasAccess())) return { kind: 'no access' };
  const tab = await siteTab();
  if (tab === undefined) return { kind: 'another site' };
  const standing = await ask('read page state', { tabId: tab });
  return standing ? { kind: 'reported', standing } : { kind: 'not reported' };
}
