import { describe, expect, it } from 'vitest';
import { nextAction } from '../../../lib/session/next-action.ts';
import type { PageFileState, PageReport } from '../../../lib/upload-page/page-state.ts';
import { textOf } from '../support/facts.ts';
import type { Harness } from './harness.ts';
import { harness } from './harness.ts';

const NAME = 'SENR 2022-23.txt';
const senr = () => textOf('SENR', '2022-23');
const ON: PageReport = { state: 'on', missing: [], controls: [], signs: [] };

const actionOf = ({ session }: Harness) => nextAction(session.getSnapshot());

async function attached(page: PageReport, state: PageFileState): Promise<Harness> {
  const h = harness();
  h.session.hear({ type: 'page', report: page });
  await h.hold({ [NAME]: senr() });
  await h.handedOver('in the input');
  h.session.hear({ type: 'page files', states: new Map([[NAME, state]]) });
  return h;
}

describe('the one thing to do next', () => {
  it('is nothing before files are chosen', () => {
    expect(actionOf(harness())).toBeUndefined();
  });

  it('is to attach what can go', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr() });
    expect(actionOf(h)).toBe('attach');
  });

  it('is nothing to attach where nothing can go', async () => {
    const h = harness();
    await h.hold({
      'sinf.txt': textOf('SINF', '2022-23', { emptiness: 'zero-bytes', odsRecords: {} }),
    });
    expect(actionOf(h)).toBeUndefined();
  });

  it.each([
    ['ready', 'go to submit'],
    ['issue', 'try again'],
    ['loading', undefined],
  ] as const)('of files that the page calls %s is: %s', async (state, action) => {
    expect(actionOf(await attached(ON, state))).toBe(action);
  });

  it.each([
    ['is not found', { ...ON, state: 'partly on', missing: ['submit'] }],
    ['went away', { ...ON, state: 'off' }],
  ] as const)('is not to go to a button that %s', async (_, page) => {
    expect(actionOf(await attached(page, 'ready'))).toBeUndefined();
  });
});
