import { gzipSync } from 'node:zlib';
import type { FileType } from '../file-types.ts';
import { loginPage } from '../login-page.ts';
import type { Bytes } from './edit.ts';
import { concat, latin1, recordsOf, SCHOOL_YEAR } from './edit.ts';
import type { ExpectedFinding, Form } from './form.ts';
import { block } from './form.ts';
import { zipOf } from './zip-file.ts';

type Container =
  | 'xlsx'
  | 'excel'
  | 'pdf'
  | 'html'
  | 'gzip'
  | 'zip'
  | 'word'
  | 'ods'
  | 'odt'
  | 'iwork'
  | '7z'
  | 'rar'
  | 'tar'
  | 'bzip2'
  | 'xz'
  | 'zstd'
  | 'split zip';

/** The content is not text, so only the name can add a finding. */
function contained(
  id: string,
  container: Container,
  bytes: () => Bytes,
  name = 'SENR 2022-23.txt',
  nameFindings: readonly ExpectedFinding[] = [],
): Form {
  return {
    id: `container-${id}`,
    name,
    bytes,
    expected: [block('wrong-container', { container }), ...nameFindings],
  };
}

const extractText = (fileType: FileType) => `${recordsOf(fileType).join('\r\n')}\r\n`;

const sheet = (fileType: FileType) =>
  `<worksheet><sheetData>${recordsOf(fileType)
    .map((record) => `<row><c t="inlineStr"><is><t>${record}</t></is></c></row>`)
    .join('')}</sheetData></worksheet>`;

/** A workbook with its parts in the order that Excel writes them. */
const workbook = (fileType: FileType) => () =>
  zipOf([
    { name: '[Content_Types].xml', text: '<Types/>' },
    { name: '_rels/.rels', text: '<Relationships/>' },
    { name: 'xl/workbook.xml', text: '<workbook/>' },
    { name: 'xl/worksheets/sheet1.xml', text: sheet(fileType) },
  ]);

/** A workbook as other programs write it, with the properties first. */
const otherWorkbook = (fileType: FileType) => () =>
  zipOf([
    { name: 'docProps/app.xml', text: '<Properties/>' },
    { name: 'docProps/core.xml', text: '<coreProperties/>' },
    { name: 'xl/worksheets/sheet1.xml', text: sheet(fileType) },
    { name: 'xl/workbook.xml', text: '<workbook/>' },
    { name: '[Content_Types].xml', text: '<Types/>' },
  ]);

const zipped = (fileType: FileType) => () =>
  zipOf([{ name: `${fileType} ${SCHOOL_YEAR}.txt`, text: extractText(fileType) }]);

const folderZip = () =>
  zipOf([
    { name: 'CALPADS/SCSC 2022-23.txt', text: extractText('SCSC') },
    { name: 'CALPADS/SCTE 2022-23.txt', text: extractText('SCTE') },
  ]);

/** The header of an OLE2 compound file, then sectors that contain the records. */
const oldExcel = () =>
  concat(
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    new Uint8Array(504),
    latin1(extractText('SINF')),
    new Uint8Array(512),
  );

const pdf = (version: string) => () =>
  latin1(
    `%PDF-${version}\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n` +
      `stream\n${extractText('SPRG')}endstream\n%%EOF\n`,
  );

// No compression, no modification time and a fixed operating-system byte give the same bytes
// everywhere.
const gzip = () => {
  const bytes = new Uint8Array(gzipSync(latin1(extractText('SELA')), { level: 0 }));
  bytes.fill(0, 4, 8);
  bytes[9] = 0xff;
  return bytes;
};

/** A Word file with its parts in the order that Word writes them. */
const wordFile = () =>
  zipOf([
    { name: '[Content_Types].xml', text: '<Types/>'.padEnd(900) },
    { name: '_rels/.rels', text: '<Relationships/>'.padEnd(700) },
    { name: 'word/document.xml', text: `<document>${extractText('SENR')}</document>` },
  ]);

const openDocument = (kind: 'spreadsheet' | 'text') => () =>
  zipOf([
    { name: 'mimetype', text: `application/vnd.oasis.opendocument.${kind}` },
    { name: 'content.xml', text: `<document-content>${extractText('SINF')}</document-content>` },
    { name: 'META-INF/manifest.xml', text: '<manifest/>' },
  ]);

const numbersFile = () =>
  zipOf([
    { name: 'Data/thumbnail.jpg', text: '' },
    { name: 'Index/Document.iwa', text: extractText('SPRG') },
    { name: 'Metadata/Properties.plist', text: '' },
  ]);

/** The mark of an archive, then bytes that are not text. */
const archive = (mark: string) => () =>
  concat(
    latin1(mark),
    Uint8Array.from({ length: 4000 }, (_, at) => (at * 89) >> 3),
  );

const tar = () => {
  const text = latin1(extractText('SELA'));
  const header = new Uint8Array(512);
  header.set(latin1('SELA 2022-23.txt'));
  header.set(latin1('ustar\x0000'), 257);
  return concat(header, text, new Uint8Array(1024));
};

/** The bytes of a zip that its program cut into parts of 2,000 bytes. */
const partOfZip = (from: number, to?: number) => () => zipped('SCSC')().slice(from, to);

const page = (text: string) => () => latin1(text);

/** Files that are named .txt but are something else. */
export const CONTAINER_FORMS: readonly Form[] = [
  contained('xlsx', 'xlsx', workbook('SENR')),
  contained('xlsx-other-order', 'xlsx', otherWorkbook('CRSC'), 'CRSC 2022-23.txt'),
  contained('xlsx-any-name', 'xlsx', workbook('SCSC'), 'Book1.txt', [block('name-not-exact')]),
  contained('xlsx-named-xlsx', 'xlsx', workbook('SPRG'), 'SPRG 2022-23.xlsx', [
    block('wrong-extension'),
  ]),
  contained('excel', 'excel', oldExcel, 'SINF 2022-23.txt'),
  contained('excel-named-xls', 'excel', oldExcel, 'SINF 2022-23.xls', [block('wrong-extension')]),
  contained('pdf', 'pdf', pdf('1.7'), 'SPRG 2022-23.txt'),
  contained('pdf-1-4', 'pdf', pdf('1.4'), '2022-23 SPRG.txt'),
  contained('pdf-named-pdf', 'pdf', pdf('1.7'), 'SPRG 2022-23.pdf', [block('wrong-extension')]),
  contained('login-page', 'html', page(loginPage('\r\n')), 'SCSC 2022-23.txt'),
  contained('login-page-any-name', 'html', page(loginPage('\n')), 'ODS download.txt', [
    block('name-not-exact'),
  ]),
  contained('page-capitals', 'html', page('<HTML><BODY>Session expired</BODY></HTML>\r\n')),
  contained('page-no-doctype', 'html', page('<html lang="en"><body></body></html>')),
  contained('page-after-blank-lines', 'html', page(`\r\n\r\n  ${loginPage('\n')}`)),
  contained('page-after-mark', 'html', page(`\u00ef\u00bb\u00bf${loginPage('\n')}`)),
  contained('spreadsheet-as-page', 'html', () =>
    latin1(
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>${recordsOf('SCTE')
        .map((record) => `<tr><td>${record.replaceAll('^', '</td><td>')}</td></tr>`)
        .join('\r\n')}</table></html>`,
    ),
  ),
  contained('gzip', 'gzip', gzip, 'SELA 2022-23.txt'),
  contained('zip', 'zip', zipped('SCSC'), 'SCSC 2022-23.txt'),
  contained('word', 'word', wordFile),
  contained('word-named-docx', 'word', wordFile, 'SENR 2022-23.docx', [block('wrong-extension')]),
  contained('ods', 'ods', openDocument('spreadsheet')),
  contained('ods-named-ods', 'ods', openDocument('spreadsheet'), 'SENR 2022-23.ods', [
    block('wrong-extension'),
  ]),
  contained('odt', 'odt', openDocument('text'), 'SINF 2022-23.txt'),
  contained('numbers', 'iwork', numbersFile),
  contained('7z', '7z', archive('7z\u00bc\u00af\x27\x1c\0\x04')),
  contained('7z-named-7z', '7z', archive('7z\u00bc\u00af\x27\x1c\0\x04'), 'SENR 2022-23.7z', [
    block('wrong-extension'),
  ]),
  contained('rar', 'rar', archive('Rar!\x1a\x07\x01\0')),
  contained('tar', 'tar', tar, 'SELA 2022-23.txt'),
  contained('bzip2', 'bzip2', archive('BZh91AY&SY')),
  contained('xz', 'xz', archive('\u00fd7zXZ\0')),
  contained('zstd', 'zstd', archive('\x28\u00b5\x2f\u00fd')),
  contained('split-zip-first', 'split zip', archive('PK\x07\x08PK\x03\x04')),
  contained('split-zip-middle', 'split zip', partOfZip(2000, 4000), 'SCSC 2022-23.z02', [
    block('wrong-extension'),
  ]),
  contained('split-zip-last', 'split zip', partOfZip(4000), 'SCSC 2022-23.txt'),
  contained('zip-of-a-folder', 'zip', folderZip, 'SCTE 2022-23.txt'),
  contained('zip-long-year', 'zip', zipped('SENR'), 'SENR 2022-2023.txt', [
    block('name-not-exact'),
  ]),
];
