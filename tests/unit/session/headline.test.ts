import { describe, expect, it } from 'vitest';
import { barCounts, headlineOf, toneOf } from '../../../lib/session/headline.ts';
import type { PageFileState } from '../../../lib/upload-page/page-state.ts';
import { textOf } from '../support/facts.ts';
import type { Harness } from './harness.ts';
import { harness } from './harness.ts';

const SENR = 'SENR 2022-23.txt';
const SINF = 'SINF 2022-23.txt';
const senr = () => textOf('SENR', '2022-23');
const sinf = () => textOf('SINF', '2022-23');
const empty = () => textOf('SPRG', '2022-23', { emptiness: 'zero-bytes', odsRecords: {} });

const headline = ({ session }: Harness) => headlineOf(session.getSnapshot());
const bar = ({ session }: Harness) => barCounts(session.getSnapshot());

async function attached(
  outcome: 'in the input' | 'taken by the page',
  states: Readonly<Record<string, PageFileState>> = {},
): Promise<Harness> {
  const h = harness();
  await h.hold({ [SENR]: senr(), [SINF]: sinf() });
  await h.handedOver(outcome);
  h.session.hear({ type: 'page files', states: new Map(Object.entries(states)) });
  return h;
}

describe('the headline', () => {
  it('counts while files are checked', async () => {
    const h = harness();
    await h.hold({ [SENR]: senr(), [SINF]: 'later' });
    expect(headline(h)).toEqual({ kind: 'checking', checked: 1, of: 2 });
    expect(toneOf(headline(h))).toBe('plain');
  });

  it('counts what is ready and what needs the person', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr(), [SINF]: sinf(), 'sprg.txt': empty() });
    expect(headline(h)).toEqual({
      kind: 'review',
      files: 3,
      ready: 2,
      held: 1,
      sentBefore: 0,
      uploadsAfter: 0,
    });
    expect(toneOf(headline(h))).toBe('plain');
    expect(bar(h)).toEqual({ ready: 2, held: 1, rejected: 0 });
  });

  it('is good news only when all files stand', async () => {
    const h = await attached('in the input', { [SENR]: 'ready', [SINF]: 'ready' });
    expect(headline(h)).toEqual({ kind: 'stands', files: 2 });
    expect(toneOf(headline(h))).toBe('good');
    expect(bar(h)).toEqual({ ready: 2, held: 0, rejected: 0 });
  });

  it('says that a file still loads', async () => {
    const h = await attached('taken by the page', { [SENR]: 'ready', [SINF]: 'loading' });
    expect(headline(h)).toEqual({ kind: 'loading', loading: 1, of: 2 });
    expect(toneOf(headline(h))).toBe('plain');
  });

  it('is decided by the worst file: one that the page rejects', async () => {
    const h = await attached('taken by the page', { [SENR]: 'issue', [SINF]: 'loading' });
    expect(headline(h)).toEqual({ kind: 'rejected', labels: ['SENR 2022-23'] });
    expect(toneOf(headline(h))).toBe('problem');
    expect(bar(h)).toEqual({ ready: 0, held: 0, rejected: 1 });
  });

  it('counts what a widget kept of an earlier choice', async () => {
    const h = await attached('taken by the page');
    await h.hold({ 'SELA 2022-23.txt': textOf('SELA', '2022-23') });
    await h.handedOver('taken by the page');
    expect(headline(h)).toEqual({ kind: 'stands', files: 3 });
    h.session.hear({ type: 'page files', states: new Map([[SENR, 'issue']]) });
    expect(headline(h)).toEqual({ kind: 'rejected', labels: ['SENR 2022-23'] });
  });

  it('is nothing before files are chosen, and the bar counts nothing after the click', async () => {
    expect(headline(harness())).toEqual({ kind: 'waiting' });
    expect(bar(harness())).toBeUndefined();
    const h = await attached('in the input');
    h.session.hear({ type: 'clicked' });
    expect(headline(h)).toEqual({ kind: 'submitted' });
    expect(bar(h)).toBeUndefined();
  });
});
