import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../lib/rules/check-files.ts';
import type { InspectedFile } from '../../../lib/rules/checked-file.ts';
import type { ChosenFile } from '../../../lib/rules/rule.ts';
import { textOf } from '../support/facts.ts';

function chosen(id: string, name: string, inspection = textOf('SENR', '2022-23')): InspectedFile {
  return { id, name, inspection };
}

/** The peers of each file, by id. */
function peersOf(...files: readonly InspectedFile[]) {
  const ids = (peers: readonly ChosenFile[]) => peers.map(({ id }) => id).join('');
  return checkFiles(files).map(({ file: { peers } }) => ({
    label: ids(peers.sameLabel),
    before: ids(peers.yearBefore),
    after: ids(peers.yearAfter),
    content: ids(peers.sameContent),
  }));
}

describe('a file is compared with', () => {
  it('those for its label, itself among them, in the order of the choice', () => {
    const files = ['c', 'a', 'b'].map((id) => chosen(id, `${id}.txt`));
    expect(peersOf(...files).map(({ label }) => label)).toEqual(['cab', 'cab', 'cab']);
  });

  it('those of its type for the year before and the year after', () => {
    const [before, own, after] = peersOf(
      chosen('a', 'SENR 2021-22.txt', textOf('SENR', '2021-22')),
      chosen('b', 'SENR 2022-23.txt'),
      chosen('c', 'SENR 2023-24.txt', textOf('SENR', '2023-24')),
    );
    expect(before).toMatchObject({ label: 'a', before: '', after: 'b' });
    expect(own).toMatchObject({ label: 'b', before: 'a', after: 'c' });
    expect(after).toMatchObject({ label: 'c', before: 'b', after: '' });
  });

  it('those with the same bytes, whatever their labels are', () => {
    const content = textOf('SENR', '2022-23');
    const peers = peersOf(
      chosen('a', 'SENR 2022-23.txt', content),
      chosen('b', 'SENR 2021-22.txt', content),
      chosen('c', 'SENR 2020-21.txt'),
    );
    expect(peers.map(({ content: same }) => same)).toEqual(['ab', 'ab', 'c']);
  });

  it('none, if it has no label and no data', () => {
    const empty = textOf('SENR', '2022-23', { emptiness: 'zero-bytes', odsRecords: {}, rows: 0 });
    const none = { label: '', before: '', after: '', content: '' };
    const [first, second] = peersOf(chosen('a', 'SENR.txt', empty), chosen('b', 'SINF.txt', empty));
    expect([first, second]).toEqual([none, none]);
  });
});
