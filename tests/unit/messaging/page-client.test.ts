import { describe, expect, it } from 'vitest';
import { createPageClient } from '../../../lib/messaging/page-client.ts';
import type { ToBackground } from '../../../lib/messaging/to-background.ts';
import { learned } from '../support/learned.ts';

function clientOf(answer: unknown) {
  const asked: ToBackground[] = [];
  const client = createPageClient(async (message) => {
    asked.push(message);
    return answer;
  });
  return { client, asked };
}

describe('the pages of the assistant', () => {
  it.each([
    { state: 'on', missing: [] },
    { state: 'partly on', missing: ['description'] },
    { state: 'off', why: 'page changed', missing: ['purpose'] },
  ])('learn how the assistant stands in a tab: %j', async (standing) => {
    const { client, asked } = clientOf(standing);
    expect(await client.standing(7)).toEqual(standing);
    expect(asked).toEqual([{ type: 'read page state', tabId: 7 }]);
  });

  it.each([undefined, null])('learn that no page has reported there: %s', async (answer) => {
    expect(await clientOf(answer).client.standing(7)).toBeUndefined();
  });

  it.each([{ state: 'perhaps', missing: [] }, { state: 'on' }, 'on', []])(
    'believe no other answer: %j',
    async (answer) => {
      await expect(clientOf(answer).client.standing(7)).rejects.toThrow();
    },
  );

  it('list the controls that were pointed out', async () => {
    const { client, asked } = clientOf([learned('submit')]);
    expect(await client.learnedControls()).toEqual([learned('submit')]);
    expect(asked).toEqual([{ type: 'learned controls' }]);
    const bad = clientOf([{ ...learned('submit'), evidence: [] }]);
    await expect(bad.client.learnedControls()).rejects.toThrow();
  });

  it('have one forgotten', async () => {
    const { client, asked } = clientOf('done');
    expect(await client.forgetControl(5)).toBe('done');
    expect(asked).toEqual([{ type: 'forget control', at: 5 }]);
    await expect(clientOf(undefined).client.forgetControl(5)).rejects.toThrow();
  });
});
