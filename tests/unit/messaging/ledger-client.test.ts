import { describe, expect, it } from 'vitest';
import type { LedgerClient } from '../../../lib/messaging/ledger-client.ts';
import { createLedgerClient } from '../../../lib/messaging/ledger-client.ts';
import type { ToBackground } from '../../../lib/messaging/to-background.ts';
import { uuid } from '../support/attached-file.ts';
import { MAPLE, organization, said, stamped } from '../support/ledger.ts';

function clientOf(answer: unknown) {
  const asked: ToBackground[] = [];
  const client = createLedgerClient(async (message) => {
    asked.push(message);
    return answer;
  });
  return { client, asked };
}

const event = stamped(said('said-sent'), 5);
const VIEW = {
  organizations: [organization()],
  current: MAPLE,
  events: [event],
  isReadOnly: false,
  notice: { restored: 0, lost: 0 },
  seenLea: '0199901',
};

type Ask = (client: LedgerClient) => Promise<unknown>;

describe('the pages of the assistant', () => {
  it.each<readonly [string, Ask, ToBackground]>([
    [
      'record',
      (client) => client.record(said('said-sent'), said('reopened')),
      { type: 'record', events: [said('said-sent'), said('reopened')] },
    ],
    [
      'choose',
      (client) => client.chooseOrganization(MAPLE),
      { type: 'choose organization', organization: MAPLE },
    ],
    [
      'undo an import',
      (client) => client.undoImport([uuid(5)]),
      { type: 'undo import', events: [uuid(5)] },
    ],
    ['erase', (client) => client.eraseEverything(), { type: 'erase everything' }],
    ['dismiss', (client) => client.dismissNotice(), { type: 'dismiss notice' }],
  ])('%s, and learn what became of it', async (_what, ask, message) => {
    for (const answer of ['done', 'read-only', 'no room', 'private window', 'failed']) {
      const { client, asked } = clientOf(answer);
      expect(await ask(client)).toBe(answer);
      expect(asked).toEqual([message]);
    }
    for (const answer of [undefined, null, 'perhaps', {}]) {
      await expect(ask(clientOf(answer).client)).rejects.toThrow();
    }
  });

  it('read one checklist', async () => {
    const { client, asked } = clientOf(VIEW);
    expect(await client.read()).toEqual(VIEW);
    expect(asked).toEqual([{ type: 'read ledger' }]);
  });

  it.each([
    ['nothing', undefined],
    ['an event that is none', { ...VIEW, events: [{ ...event, kind: 'guessed' }] }],
    ['an organization that is none', { ...VIEW, organizations: [{ name: 'Maple' }] }],
    ['half a notice', { ...VIEW, notice: { lost: 1 } }],
    ['an LEA that is none', { ...VIEW, seenLea: '199901' }],
  ])('read no checklist with %s', async (_what, answer) => {
    await expect(clientOf(answer).client.read()).rejects.toThrow();
  });

  it('read everything, for a backup', async () => {
    const { client, asked } = clientOf([event]);
    expect(await client.readEverything()).toEqual([event]);
    expect(asked).toEqual([{ type: 'read everything' }]);
  });

  it('import, and learn what was new', async () => {
    const { client, asked } = clientOf({ answer: 'done', added: [uuid(5)] });
    expect(await client.importEvents([event])).toEqual({ answer: 'done', added: [uuid(5)] });
    expect(asked).toEqual([{ type: 'import events', events: [event] }]);
  });
});
