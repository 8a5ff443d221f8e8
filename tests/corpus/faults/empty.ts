import type { Bytes } from './edit.ts';
import { concat, latin1 } from './edit.ts';
import type { ExpectedFinding, Form } from './form.ts';
import { block } from './form.ts';
import { headerRow } from './headers.ts';

type EmptyKind =
  | 'zero-bytes'
  | 'byte-order-mark-only'
  | 'blank-lines-only'
  | 'end-of-file-mark-only'
  | 'separators-only'
  | 'header-only';

const UTF8_MARK = '\u00ef\u00bb\u00bf';

/** The content of a file without data gives no other finding. Only its name can add one. */
function empty(
  id: string,
  kind: EmptyKind,
  bytes: () => Bytes,
  name = 'SENR 2022-23.txt',
  nameFindings: readonly ExpectedFinding[] = [],
): Form {
  return {
    id: `empty-${id}`,
    name,
    bytes,
    expected: [block('empty-file', { kind }), ...nameFindings],
  };
}

const text = (content: string) => () => latin1(content);

/** Files without data. */
export const EMPTY_FORMS: readonly Form[] = [
  empty('zero-bytes', 'zero-bytes', text('')),
  empty('zero-bytes-year-first', 'zero-bytes', text(''), '2022-23 SCTE.txt'),
  empty('zero-bytes-any-name', 'zero-bytes', text(''), 'ODS (1).txt', [block('name-not-exact')]),
  empty('zero-bytes-csv', 'zero-bytes', text(''), 'SCSC 2022-23.csv', [block('wrong-extension')]),
  empty('mark-utf-8', 'byte-order-mark-only', text(UTF8_MARK), 'SINF 2022-23.txt'),
  empty('mark-utf-16-le', 'byte-order-mark-only', text('\u00ff\u00fe'), 'SPRG 2022-23.txt'),
  empty('mark-utf-16-be', 'byte-order-mark-only', text('\u00fe\u00ff'), 'SELA 2022-23.txt'),
  empty('blank-line', 'blank-lines-only', text('\r\n')),
  empty('blank-lines-lf', 'blank-lines-only', text('\n'.repeat(500)), 'CRSC 2022-23.txt'),
  empty('blank-lines-cr', 'blank-lines-only', text('\r'.repeat(3)), 'SCTE 2022-23.txt'),
  empty('blanks-and-tabs', 'blank-lines-only', text('  \r\n\t\r\n   '), 'SCSC 2022-23.txt'),
  empty('mark-and-blank-lines', 'blank-lines-only', text(`${UTF8_MARK}\r\n\r\n`)),
  empty('end-of-file-mark', 'end-of-file-mark-only', text('\x1a'), 'SPRG 2022-23.txt'),
  empty('end-of-file-mark-last', 'end-of-file-mark-only', text('\r\n\x1a'), 'SINF 2022-23.txt'),
  empty('separators', 'separators-only', text(`${'^'.repeat(40)}\r\n`)),
  empty('separators-open-end', 'separators-only', text('^'.repeat(21)), 'SCSC 2022-23.txt'),
  empty(
    'separators-many-rows',
    'separators-only',
    text(`${'^'.repeat(15)}\r\n`.repeat(30)),
    'SCTE 2022-23.txt',
  ),
  empty('header', 'header-only', () => latin1(`${headerRow('SENR')}\r\n`)),
  empty('header-open-end', 'header-only', () => latin1(headerRow('SCSC')), 'SCSC 2022-23.txt'),
  empty(
    'header-and-blank-lines',
    'header-only',
    () => concat(latin1(UTF8_MARK), latin1(`${headerRow('SELA')}\r\n\r\n\r\n`)),
    'sela 2022-23.txt',
    [block('name-not-exact')],
  ),
];
