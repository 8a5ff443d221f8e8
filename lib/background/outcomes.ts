import { checklistOf } from '../ledger/checklist.ts';
import type { Outcome } from '../ledger/outcome.ts';
import { outcomeOf, toGo } from '../ledger/outcome.ts';
import { outcomeKey } from '../settings/storage-names.ts';
import { z } from '../validation/z.ts';
import type { KeyValueArea } from './key-value-area.ts';
import type { Parts } from './parts.ts';
import type { Step, TabEvent } from './submissions.ts';
import { isWaiting } from './submissions.ts';

/** The submissions whose outcome a tab shows. The ledger alone says what became of them. */
const shownSchema = z.array(z.object({ organization: z.uuid(), submission: z.uuid() })).readonly();
type ShownSubmissions = z.infer<typeof shownSchema>;

const NOTHING_SHOWN: ShownSubmissions = [];

/**
 * The outcome belongs to the page that tells it. It goes with that page or with the next upload. A
 * page that comes while the answer is awaited may be that answer.
 */
function shownAfter(
  before: ShownSubmissions,
  event: TabEvent,
  { after, record }: Step,
): ShownSubmissions {
  if (event.type === 'announced' || event.type === 'tab closed') return NOTHING_SHOWN;
  if (event.type === 'page opened' && !event.isReload && !isWaiting(after)) return NOTHING_SHOWN;
  const told = record.filter(({ kind }) => TELLING.includes(kind));
  const news = told.flatMap((one) =>
    'submission' in one ? [{ organization: one.organization, submission: one.submission }] : [],
  );
  const isNewClick = told.some(({ kind }) => kind === 'submitted');
  const all = isNewClick ? news : [...before, ...news];
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

const TELLING: readonly Step['record'][number]['kind'][] = [
  'submitted',
  'confirmed-on-page',
  'confirmation-not-seen',
];

export async function noteOutcome(
  area: KeyValueArea,
  tabId: number,
  event: TabEvent,
  step: Step,
): Promise<void> {
  const before = await readShown(area, tabId);
  const after = shownAfter(before, event, step);
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  if (after.length > 0) await area.set(outcomeKey(tabId), after);
  else await forgetOutcome(area, tabId);
}

export function forgetOutcome(area: KeyValueArea, tabId: number): Promise<void> {
  return area.remove(outcomeKey(tabId));
}

export async function readOutcome(
  { session, store, checklists }: Pick<Parts, 'session' | 'store' | 'checklists'>,
  tabId: number,
): Promise<Outcome | undefined> {
  const shown = await readShown(session, tabId);
  if (shown.length === 0) return undefined;
  const ids = [...new Set(shown.map(({ organization }) => organization))];
  const ledgers = await Promise.all(ids.map((id) => store.read(id)));
  const submissions = shown.map(({ submission }) => submission);
  const outcome = outcomeOf(submissions, ledgers.flat());
  if (!outcome) return undefined;
  const { organizations } = await checklists.shown();
  const open = ids.flatMap((id, nth) => {
    const organization = organizations.find((one) => one.id === id);
    return organization ? (toGo(checklistOf(organization, ledgers[nth] ?? [])) ?? []) : [];
  });
  const sum = open.reduce((all, one) => all + one, 0);
  return { ...outcome, ...(open.length > 0 && { toGo: sum }) };
}

/** What was stored and cannot be read is as good as nothing. */
async function readShown(area: KeyValueArea, tabId: number): Promise<ShownSubmissions> {
  const stored = shownSchema.safeParse(await area.get(outcomeKey(tabId)));
  return stored.success ? stored.data : NOTHING_SHOWN;
}
