import { begunSplit } from '../ledger/begun-split.ts';
import type { LedgerEvent } from '../ledger/events.ts';
import { standing } from '../ledger/events.ts';
import { isoDay } from '../ledger/next-step.ts';
import { organizationFor } from '../ledger/organizations.ts';
import type { SentSet } from '../ledger/sent-sets.ts';
import { sentSets } from '../ledger/sent-sets.ts';
import { yearCounts } from '../ledger/year-counts.ts';
import type {
  LedgerView,
  ledgerMessages,
  OrganizationsView,
  Recollection,
} from '../messaging/ledger-messages.ts';
import type { Handlers, Payload, Sender } from '../messaging/messages.ts';
import { yearsOfChecklist } from '../requirements/organization.ts';
import { SEEN_LEA_KEY } from '../settings/storage-names.ts';
import type { Parts } from './parts.ts';

export function ledgerHandlers(parts: Parts): Handlers<keyof typeof ledgerMessages> {
  const { queue, store, local, session, checklists } = parts;
  return {
    'read ledger': () => view(parts),
    'read everything': () => store.readAll(),
    'read organizations': () => organizationsView(parts),
    // In the queue: people choose the next part as soon as the page has thanked them for the last.
    'recall file': (file, sender) => queue.run(() => recall(parts, file, sender)),
    record: ({ events }, sender) => queue.change(sender, () => store.append(events)),
    'choose organization': ({ organization }, sender) =>
      queue.change(sender, () => checklists.show(organization)),
    'import events': async ({ events }, sender) => {
      const attempt = await queue.attempt(sender, () => store.merge(events));
      if ('refused' in attempt) return { answer: attempt.refused, added: [] };
      return { answer: 'done', added: attempt.result };
    },
    'undo import': ({ events }, sender) => queue.change(sender, () => store.remove(events)),
    'erase everything': (_, sender) =>
      queue.change(sender, async () => {
        await store.erase();
        await local.clear();
        await session.clear();
      }),
    'dismiss notice': (_, sender) => queue.change(sender, () => store.dismissNotice()),
  };
}

async function view({ store, session, checklists }: Parts): Promise<LedgerView> {
  const { organizations, current } = await checklists.shown();
  const seenLea = await session.get(SEEN_LEA_KEY);
  return {
    organizations,
    current,
    events: await store.read(current),
    isReadOnly: await store.isReadOnly(),
    notice: await store.notice(),
    ...(typeof seenLea === 'string' && { seenLea }),
  };
}

async function organizationsView({ store, checklists, now }: Parts): Promise<OrganizationsView> {
  const { organizations, current } = await checklists.shown();
  return {
    organizations,
    current,
    summaries: await store.readSummaries(organizations, isoDay(now())),
    isReadOnly: await store.isReadOnly(),
    notice: await store.notice(),
  };
}

async function recall(
  { store, session, checklists }: Parts,
  { contentHash, reportingLea, fileType }: Payload<'recall file'>,
  { isPrivate }: Sender,
): Promise<Recollection> {
  if (reportingLea && !isPrivate) await session.set(SEEN_LEA_KEY, reportingLea);
  const { organizations, current } = await checklists.shown();
  const id = organizationFor(organizations, current, reportingLea);
  const organization = organizations.find((one) => one.id === id);
  const events = await store.read(id);
  const begun = begunSplit(events, contentHash);
  const sets = sentSets(events);
  const isBegun = begun !== undefined || sets.some((set) => isOpenWith(set, contentHash));
  const sent = isBegun ? undefined : lastSending(events, contentHash);
  // The file's LEA may not be in the checklist. Then there is nothing to compare it with.
  const isOther = organization?.reportingLea && organization.reportingLea !== reportingLea;
  const knownYears = fileType && !isOther ? yearCounts(events, fileType, reportingLea) : [];
  return {
    ...(begun && { begun }),
    ...(sets.length > 0 && { sentSets: sets }),
    ...(sent && { sentBefore: { at: sent.at, name: sent.file.name } }),
    ...(knownYears.length > 0 && { knownYears }),
    ...(organization?.reportingLea && {
      organization: { name: organization.name, reportingLea: organization.reportingLea },
    }),
    requiredYears: yearsOfChecklist(organization),
  };
}

/** The file was sent as a part of it, and other parts are still to come. */
function isOpenWith({ of, sent }: SentSet, contentHash: string): boolean {
  return sent.length < of && sent.some((part) => part.contentHash === contentHash);
}

function lastSending(events: readonly LedgerEvent[], contentHash: string) {
  return standing(events)
    .filter((event) => event.kind === 'confirmed-on-page')
    .filter(({ file }) => file.contentHash === contentHash)
    .at(-1);
}
