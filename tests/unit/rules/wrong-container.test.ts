import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../corpus/faults/zip-file.ts';
import { factsOf } from '../support/facts.ts';
import { latin1, lines, record } from '../support/records.ts';
import { found, foundInFacts, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const extract = lines(record('SENR'), record('SENR'));

describe('a file that is not text', () => {
  it.each([
    ['xlsx', zipOf([{ name: '[Content_Types].xml', text: '<Types/>' }]), 'spreadsheet'],
    ['excel', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'spreadsheet'],
    ['pdf', latin1('%PDF-1.7\n'), 'pdf'],
    ['html', latin1('<!DOCTYPE html><title>Log in</title>'), 'web_page'],
    ['gzip', new Uint8Array(gzipSync(extract)), 'gzip'],
  ] as const)('is blocked and named: %s', async (kind, content, word) => {
    expect(await found('wrong-container', { name: NAME, content })).toEqual([
      { ruleId: 'wrong-container', level: 'block', kind, words: [`finding_container_${word}`] },
    ]);
  });

  it.each([
    ['SENR.docx', 'word', 'document', 'Word'],
    ['SENR.doc', 'excel', 'document', 'Word'],
    ['SENR.pptx', 'powerpoint', 'document', 'PowerPoint'],
    ['SENR.ods', 'ods', 'document', 'LibreOffice Calc (.ods)'],
    ['SENR.odt', 'odt', 'document', 'LibreOffice Writer (.odt)'],
    ['SENR.odg', 'opendocument', 'document', 'LibreOffice'],
    ['SENR.numbers', 'iwork', 'document', 'Numbers'],
    ['SENR.pages', 'iwork', 'document', 'Pages'],
    ['SENR.key', 'iwork', 'document', 'Keynote'],
    ['SENR.txt', 'iwork', 'document', 'Numbers'],
    ['SENR.7z', '7z', 'archive', '7z'],
    ['SENR.rar', 'rar', 'archive', 'RAR'],
    ['SENR.tar', 'tar', 'archive', 'tar'],
    ['SENR.tbz', 'bzip2', 'archive', 'bzip2'],
    ['SENR.txt', 'xz', 'archive', 'xz'],
    ['SENR.txt', 'zstd', 'archive', 'Zstandard'],
  ] as const)('is named by the program that made it: %s, %s', (name, container, word, said) => {
    const facts = factsOf('SENR', '2022-23', { container, odsRecords: {}, rows: 0 });
    expect(foundInFacts('wrong-container', name, facts)).toMatchObject([
      { kind: container, words: [`finding_container_${word}`, said] },
    ]);
  });

  it.each(['SENR 2022-23.zip.002', 'SENR.7z.003', 'SENR 2022-23.z01', 'SENR.Z12'])(
    'is named by its ending if it is in the middle of a split archive: %s',
    async (name) => {
      const content = Uint8Array.from({ length: 5000 }, (_, at) => (at * 89) >> 3);
      expect(await found('wrong-container', { name, content })).toMatchObject([
        { kind: 'split zip', words: ['finding_container_split_zip'] },
      ]);
      expect(await ruleIds(name, content)).not.toContain('nul-bytes');
    },
  );

  it.each(['SENR.txt.001', 'SENR.z1', 'SENR 2022.001'])(
    'is no part of an archive if its name does not say so: %s',
    async (name) => {
      expect(await found('wrong-container', { name, content: extract })).toEqual([]);
    },
  );

  it.each([
    ['SENR 2022-23.txt', ['wrong-container']],
    ['SENR 2022-23.xlsx', ['wrong-container', 'wrong-extension']],
    ['SENR 2022-23.zip', ['wrong-container', 'wrong-extension']],
    ['SENR 2022-23', ['wrong-container', 'wrong-extension']],
  ])('is reported as what it is, whatever its name: %s', async (name, ids) => {
    const content = zipOf([{ name: 'xl/workbook.xml', text: '<workbook/>' }]);
    expect(await ruleIds(name, content)).toEqual(ids);
  });

  it('is recognized as a login page even after a byte order mark', async () => {
    const content = '\xef\xbb\xbf<!DOCTYPE html><title>Log in</title>';
    expect(await ruleIds(NAME, content)).toEqual(['wrong-container']);
  });
});

describe('a zip', () => {
  const zip = zipOf([{ name: NAME, text: extract }]);

  it('named .txt is renamed with one click', async () => {
    expect(await found('wrong-container', { name: NAME, content: zip })).toEqual([
      {
        ruleId: 'wrong-container',
        level: 'block',
        kind: 'zip',
        words: ['finding_container_zip'],
        fix: 'rename',
      },
    ]);
  });

  it('named .zip is fine', async () => {
    expect(await ruleIds('SENR 2022-23.zip', zip)).toEqual([]);
  });

  it('in a zip is blocked', async () => {
    const text = Buffer.from(zip).toString('latin1');
    const content = zipOf([{ name: 'SENR 2022-23.txt', text }]);
    expect(await found('wrong-container', { name: 'SENR 2022-23.zip', content })).toMatchObject([
      { kind: 'zip', words: ['finding_container_zip_in_zip'] },
    ]);
  });

  it('named .txt has no separate finding for its ending', async () => {
    expect(await ruleIds(NAME, zip)).toEqual(['wrong-container']);
    expect(await ruleIds('SENR 2022-23.TXT', zip)).toContain('wrong-container');
  });

  it('named .txt, with the words of its text in another order, is renamed, too', async () => {
    const content = zipOf([{ name: '2022-23 SENR.txt', text: extract }]);
    expect(await found('wrong-container', { name: NAME, content })).toMatchObject([
      { words: ['finding_container_zip'], fix: 'rename' },
    ]);
  });

  it.each([
    ['without a known type inside', zipOf([{ name: NAME, text: 'x' }])],
    ['with its text under another name', zipOf([{ name: 'download.txt', text: extract }])],
    [
      'with several files inside',
      zipOf([
        { name: NAME, text: extract },
        { name: 'b.txt', text: extract },
      ]),
    ],
    ['with nothing inside', zipOf([])],
    ['that does not open', zip.slice(0, -20)],
  ])(
    'named .txt, %s, is not renamed, because that would only reveal the next fault',
    async (_what, bytes) => {
      expect(await found('wrong-container', { name: NAME, content: bytes })).toEqual([
        {
          ruleId: 'wrong-container',
          level: 'block',
          kind: 'zip',
          words: ['finding_container_zip_only'],
        },
      ]);
      expect(await ruleIds(NAME, bytes)).toEqual(['wrong-container']);
    },
  );
});
