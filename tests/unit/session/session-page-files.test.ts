import { describe, expect, it } from 'vitest';
import type { PageFileState } from '../../../lib/upload-page/page-state.ts';
import { textOf } from '../support/facts.ts';
import type { Harness } from './harness.ts';
import { harness, settle } from './harness.ts';

const SENR = 'SENR 2022-23.txt';
const SINF = 'SINF 2022-23.txt';
const senr = () => textOf('SENR', '2022-23');
const sinf = () => textOf('SINF', '2022-23');
const empty = () => textOf('SENR', '2022-23', { emptiness: 'zero-bytes', odsRecords: {} });

const snapshot = ({ session }: Harness) => session.getSnapshot();

async function attached(outcome: 'in the input' | 'taken by the page'): Promise<Harness> {
  const h = harness();
  await h.hold({ [SENR]: senr(), [SINF]: sinf() });
  await h.handedOver(outcome);
  return h;
}

function pageSays(h: Harness, states: Readonly<Record<string, PageFileState>>): void {
  h.session.hear({ type: 'page files', states: new Map(Object.entries(states)) });
}

describe('what the page says of its files', () => {
  it('stands with each file while it is attached', async () => {
    const h = await attached('in the input');
    pageSays(h, { [SENR]: 'ready', [SINF]: 'loading' });
    expect(snapshot(h).rows.map(({ onPage }) => onPage)).toEqual(['ready', 'loading']);
    h.session.hear({ type: 'clicked' });
    expect(snapshot(h).rows.map(({ onPage }) => onPage)).toEqual([undefined, undefined]);
  });

  it('stops a click that comes too early, until all files are ready', async () => {
    const h = await attached('in the input');
    pageSays(h, { [SENR]: 'loading', [SINF]: 'ready' });
    h.session.hear({ type: 'submit stopped' });
    expect(snapshot(h).trouble).toBe('not ready yet');
    pageSays(h, { [SENR]: 'issue', [SINF]: 'ready' });
    expect(snapshot(h).trouble).toBe('not ready yet');
    pageSays(h, { [SENR]: 'ready', [SINF]: 'ready' });
    expect(snapshot(h).trouble).toBeUndefined();
  });

  it.each([
    ['taken by the page', [SINF]],
    ['in the input', [SENR, SINF]],
  ] as const)(
    'lets an issue be tried again with the same copies; files %s: %j',
    async (how, names) => {
      const h = await attached(how);
      const copies = h.copies.size;
      pageSays(h, { [SENR]: 'ready', [SINF]: 'issue' });
      h.session.retry();
      await settle();
      expect(h.toPage.at(-1)).toEqual({ type: 'attach again', names });
      expect(h.copies.size).toBe(copies);
      h.session.hear({ type: 'attached', outcome: how, names: [SENR, SINF] });
      expect(snapshot(h)).toMatchObject({ phase: 'attached', description: 'SENR, SINF 2022-23' });
      expect(snapshot(h).rows).toHaveLength(2);
      expect(h.attachMessages()).toHaveLength(1);
    },
  );

  it('gives nothing to try again while there is no issue', async () => {
    const h = await attached('taken by the page');
    pageSays(h, { [SENR]: 'ready', [SINF]: 'loading' });
    const said = h.toPage.length;
    h.session.retry();
    await settle();
    expect(h.toPage).toHaveLength(said);
    expect(snapshot(h).phase).toBe('attached');
  });

  it('says that they are refused, when the page refuses them at the second try', async () => {
    const h = await attached('in the input');
    pageSays(h, { [SENR]: 'issue', [SINF]: 'issue' });
    h.session.retry();
    h.session.hear({ type: 'attached', outcome: 'refused', names: [] });
    expect(snapshot(h)).toMatchObject({ phase: 'refused', canGo: 2 });
  });
});

describe('files that got past the guard', () => {
  async function heldAtSubmit(files: Parameters<Harness['hold']>[0]): Promise<Harness> {
    const h = harness();
    await h.hold(files, 'at submit');
    return h;
  }

  it('go back to the page at once when they are right', async () => {
    const h = await heldAtSubmit({ [SENR]: senr() });
    expect(h.attachMessages()).toHaveLength(1);
  });

  it('are held back when they are not, and go in spite of it only when the person insists', async () => {
    const h = await heldAtSubmit({
      [SENR]: empty(),
      'a.pdf': textOf('SINF', '2022-23', { container: 'pdf' }),
    });
    expect(snapshot(h)).toMatchObject({ phase: 'review', held: 2, isAtSubmit: true });
    h.session.sendAnyway();
    expect(h.toPage.at(-1)).toEqual({
      type: 'put back',
      ids: ['file-1', 'file-2'],
      rules: ['empty-file', 'wrong-container', 'wrong-extension', 'name-not-exact'],
    });
    expect(snapshot(h)).toMatchObject({ phase: 'waiting', rows: [], trouble: 'sent anyway' });
    expect(snapshot(h).isAtSubmit).toBeUndefined();
  });

  it('cannot be sent anyway where they were held at the choice', async () => {
    const h = harness();
    await h.hold({ [SENR]: empty() });
    h.session.sendAnyway();
    await settle();
    expect(h.toPage).toEqual([]);
    expect(snapshot(h)).toMatchObject({ phase: 'review', held: 1 });
  });

  it('may still be sent anyway after their preparation was cancelled', async () => {
    const large = textOf('SCSC', '2022-23', { bytes: 40_000_000 });
    const h = await heldAtSubmit({ 'SCSC 2022-23.txt': large });
    h.session.attach();
    h.session.cancel();
    expect(h.session.getSnapshot()).toMatchObject({ phase: 'review', isAtSubmit: true });
  });

  it('are no longer that after the person lets them go', async () => {
    const h = await heldAtSubmit({ [SENR]: empty() });
    h.session.cancel();
    expect(h.toPage).toEqual([{ type: 'let go' }]);
    await h.hold({
      [SINF]: textOf('SINF', '2022-23', { emptiness: 'zero-bytes', odsRecords: {} }),
    });
    expect(snapshot(h).isAtSubmit).toBeUndefined();
  });
});
