import type { Words } from '../words/words.ts';
import { daysBetween } from './dates.ts';

/** @param deadline,today ISO dates */
export function deadlineWords(deadline: string, today: string): Words {
  const at = Date.parse(`${deadline}T12:00`);
  const days = daysBetween(today, deadline);
  if (days < 0) return ['checklist_overdue', { day: at }];
  if (days === 0) return ['checklist_due_today', { shortDay: at }];
  if (days === 1) return ['checklist_due_tomorrow', { shortDay: at }];
  return ['checklist_due', { shortDay: at }, { count: days }];
}
