import type { FileType } from '../file-types.ts';
import type { Bytes } from './edit.ts';
import { concat, ended, inserted } from './edit.ts';
import { edited } from './edited.ts';
import type { Form } from './form.ts';
import { block } from './form.ts';
import { headerRow, headingsOf } from './headers.ts';

/** The header must not count as a record with another type or length. */
function headed(id: string, fileType: FileType, make: (records: string[]) => Bytes): Form {
  return edited(`header-${id}`, fileType, [block('header-row')], make);
}

function eachHeading(fileType: FileType, rewrite: (heading: string) => string): string {
  return headingsOf(fileType).map(rewrite).join('^');
}

/** Extracts with a row of headings that a program or a person added. */
export const HEADER_FORMS: readonly Form[] = [
  headed('crsc', 'CRSC', (records) => ended([headerRow('CRSC'), ...records])),
  headed('scsc', 'SCSC', (records) => ended([headerRow('SCSC'), ...records])),
  headed('scte', 'SCTE', (records) => ended([headerRow('SCTE'), ...records])),
  headed('sela', 'SELA', (records) => ended([headerRow('SELA'), ...records])),
  headed('senr', 'SENR', (records) => ended([headerRow('SENR'), ...records])),
  headed('sinf', 'SINF', (records) => ended([headerRow('SINF'), ...records])),
  headed('sprg', 'SPRG', (records) => ended([headerRow('SPRG'), ...records])),
  headed('capitals', 'SENR', (records) =>
    ended([eachHeading('SENR', (heading) => heading.toUpperCase()), ...records]),
  ),
  headed('small-letters-underscores', 'SINF', (records) =>
    ended([
      eachHeading('SINF', (heading) => heading.toLowerCase().replaceAll(' ', '_')),
      ...records,
    ]),
  ),
  headed('no-blanks', 'SCSC', (records) =>
    ended([eachHeading('SCSC', (heading) => heading.replaceAll(' ', '')), ...records]),
  ),
  headed('after-mark', 'SPRG', (records) =>
    concat(Uint8Array.of(0xef, 0xbb, 0xbf), ended([headerRow('SPRG'), ...records])),
  ),
  headed('after-blank-row', 'SELA', (records) => ended(['', headerRow('SELA'), ...records])),
  headed('fewer-fields', 'SENR', (records) =>
    ended([headingsOf('SENR').slice(0, 30).join('^'), ...records]),
  ),
  headed('again-inside', 'SCTE', (records) =>
    ended([headerRow('SCTE'), ...inserted(records, 20, headerRow('SCTE'))]),
  ),
  headed('one-record', 'CRSC', (records) => ended([headerRow('CRSC'), ...records.slice(0, 1)])),
];
