import { describe, expect, it } from 'vitest';
import type { Inspection } from '../../../lib/inspection/inspection.ts';
import { SourceChanged } from '../../../lib/reading/source.ts';
import { textOf } from '../support/facts.ts';
import type { Harness } from './harness.ts';
import { harness, settle, sha256Of } from './harness.ts';

const SENR = 'SENR 2022-23.txt';
const senr = () => textOf('SENR', '2022-23');
const large = () => textOf('SCSC', '2022-23', { bytes: 40_000_000 });
const hashOf = (inspection: Inspection) =>
  inspection.kind === 'unreadable' ? undefined : inspection.facts.contentHash;
const snapshot = ({ session }: Harness) => session.getSnapshot();

/** Checked, and one click away from the page. */
async function inReview(): Promise<Harness> {
  const h = harness();
  await h.hold({ 'senr.txt': senr(), 'sinf.txt': textOf('SINF', '2022-23') });
  expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 2 });
  return h;
}

describe('a file that was edited since it was checked', () => {
  it('is not attached, nor is any other with it; it alone is checked again', async () => {
    const h = await inReview();
    h.edit('file-1', 'other words');
    await h.attach();
    expect(h.attachMessages()).toEqual([]);
    expect(snapshot(h)).toMatchObject({ phase: 'checking', trouble: 'file changed' });
    expect(h.inspecting.map(({ name }) => name)).toEqual(['senr.txt']);
  });

  it('goes with the next click, as it was checked then', async () => {
    const h = await inReview();
    const again = senr();
    h.edit('file-1', 'other words', again);
    await h.attach();
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 2, trouble: 'file changed' });
    await h.attach();
    expect(snapshot(h).trouble).toBeUndefined();
    expect(await h.given()).toEqual([
      [
        [SENR, 'other words'],
        ['SINF 2022-23.txt', 'sinf.txt'],
      ],
    ]);
    expect(h.records()[0]?.[0]).toMatchObject({
      attachedBytes: 'other words'.length,
      attachedSha256: sha256Of('other words'),
      contentHash: hashOf(again),
    });
  });

  it('never goes straight through the second time, however right it is', async () => {
    const h = harness();
    await h.hold({ [SENR]: senr() });
    await h.handedOver('refused');
    h.edit('file-1', 'other words', senr());
    await h.attach();
    expect(snapshot(h)).toMatchObject({ phase: 'review', needsFix: false, canGo: 1 });
    expect(h.attachMessages()).toHaveLength(1);
  });

  it('and has as many bytes as before, is found all the same', async () => {
    const h = await inReview();
    h.edit('file-1', 'SENR.TXT');
    await h.attach();
    expect(snapshot(h).phase).toBe('checking');
    expect(h.attachMessages()).toEqual([]);
  });

  it('once more while it is checked again, is checked a third time', async () => {
    const h = await inReview();
    h.edit('file-1', 'other words', senr());
    await h.attach();
    h.edit('file-1', 'yet other words', senr());
    await h.attach();
    expect(h.attachMessages()).toEqual([]);
    expect(snapshot(h)).toMatchObject({ phase: 'review', trouble: 'file changed' });
    await h.attach();
    expect((await h.given())[0]?.[0]).toEqual([SENR, 'yet other words']);
  });

  it('is not saved under the proof of the old one', async () => {
    const h = await inReview();
    h.edit('file-1', 'other words');
    expect(await h.session.save('file-1')).toBe(false);
    expect(h.saved).toEqual([]);
    expect(h.toPage).toEqual([]);
    expect(snapshot(h).trouble).toBe('file changed');
  });

  it('after it was attached is of no matter: the page has the copy', async () => {
    const h = await inReview();
    await h.attach();
    await h.handedOver('in the input');
    h.edit('file-1', 'other words');
    h.session.hear({ type: 'clicked' });
    expect(snapshot(h)).toMatchObject({ phase: 'submitted' });
    expect((await h.given())[0]?.[0]).toEqual([SENR, 'senr.txt']);
  });
});

describe('a file that was deleted since it was checked', () => {
  it('is not attached; the other one goes with the next click', async () => {
    const h = await inReview();
    h.delete('file-1');
    await h.attach();
    expect(h.attachMessages()).toEqual([]);
    h.inspecting[0]?.reject(new Error('NotFoundError'));
    await settle();
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 1, held: 1 });
    expect(snapshot(h).rows[0]?.findings).toMatchObject([{ ruleId: 'unreadable-file' }]);
    await h.attach();
    expect(await h.given()).toEqual([[['SINF 2022-23.txt', 'sinf.txt']]]);
  });

  it('is not saved, and that is said', async () => {
    const h = await inReview();
    h.delete('file-1');
    expect(await h.session.save('file-1')).toBe(false);
    expect(h.saved).toEqual([]);
    expect(snapshot(h).trouble).toBe('file changed');
  });
});

describe('a file that changes while its zip is made', () => {
  it('is checked again, and then zipped as it is now', async () => {
    const h = harness();
    await h.hold({ 'scsc.txt': large() });
    await h.attach();
    h.edit('file-1', 'other words');
    h.zipping[0]?.reject(new SourceChanged());
    await settle();
    expect(snapshot(h)).toMatchObject({ phase: 'checking', trouble: 'file changed' });
    h.inspecting[0]?.resolve(large());
    await settle();
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 1 });
    await h.attach();
    h.zipping[1]?.resolve(new Blob(['zip of other words']));
    await settle();
    expect(await h.given()).toEqual([[['SCSC 2022-23.zip', 'zip of other words']]]);
  });

  it('before the click, is checked again with the click', async () => {
    const h = harness();
    await h.hold({ 'scsc.txt': large() });
    h.edit('file-1', 'other words');
    h.zipping[0]?.reject(new SourceChanged());
    await settle();
    expect(snapshot(h)).toMatchObject({ phase: 'review' });
    await h.attach();
    h.zipping[1]?.reject(new SourceChanged());
    await settle();
    expect(snapshot(h)).toMatchObject({ phase: 'checking', trouble: 'file changed' });
    expect(h.attachMessages()).toEqual([]);
  });

  it('is checked again, too, when it was to be saved', async () => {
    const h = harness({ hasPage: false });
    await h.hold({ 'scsc.txt': large(), 'senr.txt': senr() });
    const saving = h.session.saveAll();
    await settle();
    h.zipping[0]?.reject(new SourceChanged());
    expect(await saving).toBe(0);
    expect(h.saved).toEqual([]);
    expect(snapshot(h)).toMatchObject({ phase: 'checking', trouble: 'file changed' });
  });
});

describe('a copy that is not what was made', () => {
  it('is not attached', async () => {
    const h = harness();
    h.makers.prove = async () => sha256Of('another zip');
    await h.hold({ 'scsc.txt': large() });
    await h.attach();
    h.zipping[0]?.resolve(new Blob(['zip']));
    await settle();
    expect(h.attachMessages()).toEqual([]);
    expect(snapshot(h).trouble).toBe('file changed');
  });
});
