import { describe, expect, it } from 'vitest';
import { textOf } from '../support/facts.ts';
import type { Harness } from './harness.ts';
import { harness, settle } from './harness.ts';

const senr = () => textOf('SENR', '2022-23');
const sinf = () => textOf('SINF', '2022-23');
const large = () => textOf('SCSC', '2022-23', { bytes: 40_000_000 });

const snapshot = ({ session }: Harness) => session.getSnapshot();
const names = (h: Harness) => snapshot(h).rows.map(({ name }) => name);
const attachedNames = (h: Harness) => h.records().map((records) => records.map(({ name }) => name));
const said = (h: Harness) => h.toPage.map(({ type }) => type);

describe('Undo after Cancel', () => {
  it('brings checked files back, and they are not checked again', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr(), 'sinf.txt': sinf() });
    h.session.cancel();
    expect(snapshot(h)).toMatchObject({
      phase: 'waiting',
      undo: 'cancel',
      undoFiles: ['senr.txt', 'sinf.txt'],
    });
    h.session.undo();
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 2 });
    expect(snapshot(h).undo).toBeUndefined();
    expect(said(h)).toEqual(['let go', 'hold again']);
    await h.attach();
    expect(attachedNames(h)).toEqual([['SENR 2022-23.txt', 'SINF 2022-23.txt']]);
  });

  it('waits for the click, however right all files are', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': 'later' });
    h.session.cancel();
    h.session.undo();
    h.inspecting[1]?.resolve(senr());
    await settle();
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 1 });
    expect(h.attachMessages()).toEqual([]);
  });

  it('brings a zip back that was made, and makes one anew that was not', async () => {
    const h = harness();
    await h.hold({ 'scsc.txt': large() });
    expect(h.zipping).toHaveLength(1);
    h.session.cancel();
    h.session.undo();
    await settle();
    expect(h.zipping).toHaveLength(2);
    h.zipping[1]?.resolve(new Blob(['zip']));
    await settle();
    h.session.cancel();
    h.session.undo();
    await settle();
    expect(h.zipping).toHaveLength(2);
    await h.attach();
    expect(attachedNames(h)).toEqual([['SCSC 2022-23.zip']]);
  });

  it('brings back what could be undone before', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr(), 'sinf.txt': sinf() });
    h.session.remove('file-1');
    h.session.cancel();
    expect(snapshot(h).undoFiles).toEqual(['sinf.txt']);
    h.session.undo();
    expect(names(h)).toEqual(['sinf.txt']);
    h.session.undo();
    expect(names(h)).toEqual(['senr.txt', 'sinf.txt']);
  });

  it('is over with the next choice', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr() });
    h.session.cancel();
    await h.hold({ 'sinf.txt': sinf() });
    expect(snapshot(h).undo).toBeUndefined();
    h.session.undo();
    expect(names(h)).toEqual(['sinf.txt']);
  });

  it('is over when the offer is', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr() });
    h.session.cancel();
    h.session.forgetCancelled();
    expect(snapshot(h).undo).toBeUndefined();
    h.session.undo();
    expect(names(h)).toEqual([]);
  });

  it('is not offered for files that the page has', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr() });
    await h.handedOver('taken by the page');
    h.session.cancel();
    expect(snapshot(h).undo).toBeUndefined();
  });
});

describe('a second choice', () => {
  async function withTwoInInput(): Promise<Harness> {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr(), 'SINF 2022-23.txt': sinf() });
    await h.handedOver('in the input');
    return h;
  }

  it('goes together with what the input holds, and the panel says so', async () => {
    const h = await withTwoInInput();
    expect(snapshot(h).joined).toBeUndefined();
    await h.hold({ 'sela.txt': textOf('SELA', '2022-23') });
    expect(snapshot(h).joined).toEqual({ there: 2, fresh: 1, canLeaveOut: true });
    await h.attach();
    await h.handedOver('in the input');
    expect(attachedNames(h).at(-1)).toHaveLength(3);
    expect(snapshot(h)).toMatchObject({
      joined: { there: 2, fresh: 1, canLeaveOut: false },
      pageHas: { count: 3 },
    });
  });

  it('may go alone, which can be undone', async () => {
    const h = await withTwoInInput();
    await h.hold({ 'sela.txt': textOf('SELA', '2022-23') });
    h.session.sendOnlyNew();
    expect(snapshot(h)).toMatchObject({ canGo: 1, undo: 'only new' });
    expect(snapshot(h).joined).toBeUndefined();
    h.session.undo();
    expect(snapshot(h)).toMatchObject({ canGo: 3, joined: { there: 2, fresh: 1 } });
    h.session.sendOnlyNew();
    await h.attach();
    expect(attachedNames(h).at(-1)).toEqual(['SELA 2022-23.txt']);
  });

  it('counts what a widget took, which cannot be left out', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr() });
    await h.handedOver('taken by the page');
    await h.hold({ 'sela.txt': textOf('SELA', '2022-23') });
    expect(snapshot(h).joined).toEqual({ there: 1, fresh: 1, canLeaveOut: false });
    h.session.sendOnlyNew();
    expect(snapshot(h).undo).toBeUndefined();
    await h.attach();
    await h.handedOver('taken by the page');
    expect(snapshot(h)).toMatchObject({
      joined: { there: 1, fresh: 1, canLeaveOut: false },
      pageHas: { count: 2 },
    });
  });

  it('replaces a file of the same name, which is no second file', async () => {
    const h = await withTwoInInput();
    await h.hold({ 'SENR 2022-23.txt': senr() });
    await h.handedOver('in the input');
    expect(snapshot(h)).toMatchObject({ joined: { there: 1, fresh: 1 }, pageHas: { count: 2 } });
  });
});

describe('the way to the page', () => {
  it('leads to the control that the person wants', () => {
    const h = harness();
    h.session.goToControl('files');
    expect(h.toPage).toEqual([{ type: 'focus control', control: 'files' }]);
  });
});
