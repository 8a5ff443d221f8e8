import type { Container } from './file-facts.ts';

/**
 * Documents that are zips, as [container, a name that only such a document has]. The first bytes show
 * most of them, but programs may write the entries in any order.
 */
const SIGNS: readonly (readonly [Container, RegExp])[] = [
  ['xlsx', /^xl\/workbook\./],
  ['word', /^word\/document\./],
  ['powerpoint', /^ppt\/presentation\./],
  ['iwork', /^Index\/.+\.iwa$/],
  ['iwork', /^[^/]+\.(?:numbers|pages|key)\/Index(?:\/.+\.iwa|\.zip)$/i],
];

/** A text beside such a name is a file of the person's, and it must not be lost. */
const TEXT = /\.(?:txt|csv)$/i;

/** @param names of a person's files in a zip */
export function documentOf(names: readonly string[]): Container | undefined {
  if (names.some((name) => TEXT.test(name))) return undefined;
  return SIGNS.find(([, sign]) => names.some((name) => sign.test(name)))?.[0];
}
