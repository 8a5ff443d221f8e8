import { emptyFile } from './empty-file.ts';
import { headerRow } from './header-row.ts';
import { lookAlike } from './look-alike.ts';
import { nameNotExact } from './name-not-exact.ts';
import type { Rule } from './rule.ts';
import { sameFileTwice } from './same-file-twice.ts';
import { sameNameTwice } from './same-name-twice.ts';
import { schoolYearMismatch } from './school-year-mismatch.ts';
import { schoolYearUnknown } from './school-year-unknown.ts';
import { severalRecordTypes } from './several-record-types.ts';
import { spreadsheetDamage } from './spreadsheet-damage.ts';
import { tooLarge } from './too-large.ts';
import { typeMismatch } from './type-mismatch.ts';
import { unknownRecords } from './unknown-records.ts';
import { unreadableFile } from './unreadable-file.ts';
import { wideEncoding } from './wide-encoding.ts';
import { wrongContainer } from './wrong-container.ts';
import { wrongExtension } from './wrong-extension.ts';
import { zipContents } from './zip-contents.ts';

/** Every rule, in the order in which a person is told: what the file is, before what it is called. */
export const ALL_RULES: readonly Rule[] = [
  unreadableFile,
  emptyFile,
  wrongContainer,
  wideEncoding,
  spreadsheetDamage,
  lookAlike,
  unknownRecords,
  headerRow,
  severalRecordTypes,
  typeMismatch,
  schoolYearMismatch,
  schoolYearUnknown,
  zipContents,
  sameFileTwice,
  sameNameTwice,
  tooLarge,
  wrongExtension,
  nameNotExact,
];
