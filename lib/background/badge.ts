import type { Checklist } from '../ledger/checklist.ts';
import { totalsOf } from '../ledger/checklist.ts';
import { daysBetween } from '../requirements/dates.ts';
import type { Organization } from '../requirements/organization.ts';
import { deadlineOf } from '../requirements/organization.ts';
import type { PageStanding } from '../validation/page-schemas.ts';
import type { Words } from '../words/words.ts';

export interface Badge {
  /** The number of missing files, `!`, or nothing. */
  readonly text: string;
  readonly title: Words;
}

/** The person should read something before the next upload. */
export const ATTENTION = '!';

export const NO_ACCESS_BADGE: Badge = { text: ATTENTION, title: ['badge_no_access'] };

/** What the button says about the page in one tab, if that matters more than the missing files. */
export function tabBadgeOf({ state, why }: PageStanding): Badge | undefined {
  if (state === 'partly on') return { text: ATTENTION, title: ['badge_partly_on'] };
  if (why === 'page changed') return { text: ATTENTION, title: ['badge_page_changed'] };
  return undefined;
}

/** What the extension's button says. @param today ISO date */
export function badgeOf(
  organization: Organization | undefined,
  checklist: Checklist,
  today: string,
): Badge {
  const { required, missing } = totalsOf(checklist.cells);
  if (!organization || required === 0) return { text: '', title: ['extension_name'] };
  if (missing === 0) return { text: '', title: ['badge_none_missing', organization.name] };
  const days = daysBetween(today, deadlineOf(organization));
  const counts = [{ count: missing }, { count: required }] as const;
  return {
    text: String(missing),
    title:
      days < 0
        ? ['badge_missing_overdue', ...counts, organization.name]
        : ['badge_missing_due', ...counts, organization.name, { count: days }],
  };
}
