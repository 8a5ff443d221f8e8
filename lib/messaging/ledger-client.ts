import type { LedgerEvent, NewEvent } from '../ledger/events.ts';
import type { ChangeAnswer, ImportAnswer, LedgerView } from './from-background.ts';
import {
  allEventsSchema,
  changeAnswerSchema,
  importAnswerSchema,
  ledgerViewSchema,
} from './from-background.ts';
import type { ToBackground } from './to-background.ts';
import { recordMessage } from './to-background.ts';

/** What the extension's own pages can ask of the ledger; the background does it. */
export interface LedgerClient {
  read(): Promise<LedgerView>;
  readEverything(): Promise<readonly LedgerEvent[]>;
  record(...events: readonly NewEvent[]): Promise<ChangeAnswer>;
  chooseOrganization(id: string): Promise<ChangeAnswer>;
  importEvents(events: readonly LedgerEvent[]): Promise<ImportAnswer>;
  undoImport(ids: readonly string[]): Promise<ChangeAnswer>;
  eraseEverything(): Promise<ChangeAnswer>;
  dismissNotice(): Promise<ChangeAnswer>;
}

export function createLedgerClient(
  send: (message: ToBackground) => Promise<unknown>,
): LedgerClient {
  const change = async (message: ToBackground) => changeAnswerSchema.parse(await send(message));
  return {
    read: async () => ledgerViewSchema.parse(await send({ type: 'read ledger' })),
    readEverything: async () => allEventsSchema.parse(await send({ type: 'read everything' })),
    record: (...events) => change(recordMessage(events)),
    chooseOrganization: (organization) => change({ type: 'choose organization', organization }),
    importEvents: async (events) =>
      importAnswerSchema.parse(await send({ type: 'import events', events: [...events] })),
    undoImport: (ids) => change({ type: 'undo import', events: [...ids] }),
    eraseEverything: () => change({ type: 'erase everything' }),
    dismissNotice: () => change({ type: 'dismiss notice' }),
  };
}
