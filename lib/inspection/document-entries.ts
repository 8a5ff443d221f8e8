import type { Container } from './file-facts.ts';

/**
 * The folders of documents that are zips, as [container, a name that only such a document has]. The
 * first bytes show most of them, but programs may write the entries in any order.
 */
const SIGNS: readonly (readonly [Container, RegExp])[] = [
  ['xlsx', /^xl\/workbook\./],
  ['word', /^word\/document\./],
  ['powerpoint', /^ppt\/presentation\./],
  ['iwork', /^(?:[^/]+\/)?Index(?:\/.+\.iwa|\.zip)$/],
];

/** @param names of the entries of a zip */
export function documentOf(names: readonly string[]): Container | undefined {
  return SIGNS.find(([, sign]) => names.some((name) => sign.test(name)))?.[0];
}
