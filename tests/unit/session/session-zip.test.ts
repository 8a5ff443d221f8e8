import { describe, expect, it } from 'vitest';
import type { Inspection } from '../../../lib/inspection/inspection.ts';
import { factsOf, textOf } from '../support/facts.ts';
import type { Harness } from './harness.ts';
import { harness, settle } from './harness.ts';

const zipOf = (...names: readonly string[]): Inspection => ({
  kind: 'archive',
  facts: factsOf('SENR', '2022-23', { container: 'zip', rows: 0, odsRecords: {} }),
  archive: { entries: names.map((name) => ({ name })) },
});
const inside = (...names: readonly string[]) => ({
  kind: 'taken out' as const,
  files: names.map((path) => {
    const [name = '', ...folders] = path.split('/').toReversed();
    return { name, folders: folders.toReversed(), blob: new Blob([`bytes of ${name}`]) };
  }),
});
const byName: Readonly<Record<string, Inspection>> = {
  'senr.txt': textOf('SENR', '2022-23'),
  'SINF 2022-23.txt': textOf('SINF', '2022-23'),
  'notes.pdf': textOf('SENR', '2022-23', { container: 'pdf', odsRecords: {} }),
};

/** A zip was chosen, and what is in it is inspected by name. */
async function chosen(...names: readonly string[]): Promise<Harness> {
  const h = harness({
    inspect: async ({ name }) => byName[name] ?? zipOf(...names.map((one) => `folder/${one}`)),
  });
  await h.hold({ 'files.zip': zipOf() });
  return h;
}

const rows = ({ session }: Harness) => session.getSnapshot().rows;

describe('a zip that is not of the one right shape', () => {
  it('gives way to the files in it, each judged as if it were chosen alone', async () => {
    const h = await chosen('senr.txt', 'SINF 2022-23.txt', 'notes.pdf');
    expect(h.session.getSnapshot().phase).toBe('checking');
    h.takingOut[0]?.resolve(inside('senr.txt', 'SINF 2022-23.txt', 'notes.pdf'));
    await settle();
    expect(rows(h).map(({ name, plan }) => [name, plan?.kind])).toEqual([
      ['senr.txt', 'can go'],
      ['SINF 2022-23.txt', 'can go'],
      ['notes.pdf', 'held'],
    ]);
    expect(rows(h)[1]?.findings).toMatchObject([
      { ruleId: 'out-of-zip', words: ['finding_out_of_zip', 'files.zip'] },
    ]);
  });

  it('gives the school year of a folder to the files in it', async () => {
    const years = { schoolYears: { '2021-22': 5, '2022-23': 5 } };
    let hash = 0;
    const h = harness({
      inspect: async ({ name }) => {
        hash += 1;
        const contentHash = String(hash);
        return name === 'SENR.txt'
          ? textOf('SENR', '2022-23', { ...years, contentHash })
          : zipOf('x');
      },
    });
    await h.hold({ 'K12 2020-21.zip': zipOf() });
    h.takingOut[0]?.resolve(inside('2021-22/SENR.txt', '2022-23/for Ann/SENR.txt', 'old/SENR.txt'));
    await settle();
    expect(rows(h).map(({ plan }) => plan?.kind === 'can go' && plan.name)).toEqual([
      'SENR 2021-22.txt',
      'SENR 2022-23.txt',
      // No record is of the zip's own year, so the person is asked.
      false,
    ]);
    expect(rows(h)[2]?.plan?.kind).toBe('asks school year');
    expect(rows(h)[1]?.findings).toContainEqual(
      expect.objectContaining({
        words: ['finding_out_of_zip', 'K12 2020-21.zip/2022-23/for Ann'],
      }),
    );
  });

  it('is never attached without a click, nor as it was', async () => {
    const h = await chosen('SINF 2022-23.txt');
    h.takingOut[0]?.resolve(inside('SINF 2022-23.txt'));
    await settle();
    expect(h.session.getSnapshot()).toMatchObject({ phase: 'review', canGo: 1, needsFix: true });
    expect(h.attachMessages()).toEqual([]);
    await h.attach();
    expect(await h.given()).toEqual([[['SINF 2022-23.txt', 'bytes of SINF 2022-23.txt']]]);
    // The page's side has no file of its own that was in a zip, and Firefox posts no File of a File.
    const [copy] = h.copies.values();
    expect(copy?.of.kind).toBe('made');
    expect(copy?.of.kind === 'made' && copy.of.blob).not.toBeInstanceOf(File);
  });

  it('is held back, with the reason, when it is refused while it is read', async () => {
    const h = await chosen('senr.txt', 'SINF 2022-23.txt');
    h.takingOut[0]?.resolve({ kind: 'refused', reason: 'bomb' });
    await settle();
    expect(rows(h)).toMatchObject([{ name: 'files.zip', plan: { kind: 'held' } }]);
    expect(rows(h)[0]?.findings[0]).toMatchObject({ ruleId: 'zip-contents', kind: 'bomb' });
  });

  it('is held back when there is nothing in it but clutter', async () => {
    const h = await chosen('.DS_Store');
    h.takingOut[0]?.resolve(inside());
    await settle();
    expect(rows(h)[0]?.findings[0]).toMatchObject({ ruleId: 'zip-contents', kind: 'no entry' });
  });

  it('is held back as unreadable when the work fails', async () => {
    const h = await chosen('senr.txt');
    h.takingOut[0]?.reject(new Error('worker died'));
    await settle();
    expect(rows(h)[0]?.findings).toMatchObject([{ ruleId: 'unreadable-file' }]);
  });

  it('is let go with Cancel, and nothing of it comes back', async () => {
    const h = await chosen('senr.txt');
    h.session.cancel();
    await settle();
    expect(h.takingOut[0]?.options.signal.aborted).toBe(true);
    expect(h.session.getSnapshot()).toMatchObject({ phase: 'waiting', rows: [] });
  });
});

describe('a zip of the right shape', () => {
  it('is left as it is', async () => {
    const right: Inspection = {
      kind: 'archive',
      facts: factsOf('SENR', '2022-23', { container: 'zip', rows: 0, odsRecords: {} }),
      archive: { entries: [{ name: 'SENR 2022-23.txt', facts: factsOf('SENR', '2022-23') }] },
    };
    const h = harness();
    await h.hold({ 'SENR 2022-23.zip': right });
    expect(h.takingOut).toEqual([]);
    expect(h.attachMessages()).toHaveLength(1);
  });
});
