import { addedLines } from './added-lines.ts';
import { alreadySent } from './already-sent.ts';
import { cutByYear } from './cut-by-year.ts';
import { emptyFile } from './empty-file.ts';
import { farFromOtherYears } from './far-from-other-years.ts';
import { fieldCount } from './field-count.ts';
import { foreignLines } from './foreign-lines.ts';
import { headerRow } from './header-row.ts';
import { joinedRecords } from './joined-records.ts';
import { leadingMark } from './leading-mark.ts';
import { lineEnds } from './line-ends.ts';
import { lookAlike } from './look-alike.ts';
import { markInside } from './mark-inside.ts';
import { nameNotExact } from './name-not-exact.ts';
import { nulBytes } from './nul-bytes.ts';
import { oldCalPassReport } from './old-cal-pass-report.ts';
import { oneOfSeveral } from './one-of-several.ts';
import { otherLea } from './other-lea.ts';
import { outOfZip } from './out-of-zip.ts';
import { overLongRecord } from './over-long-record.ts';
import { paddedSchoolYear } from './padded-school-year.ts';
import type { Rule } from './rule.ts';
import { sameContentOtherLabel } from './same-content-other-label.ts';
import { sameFileTwice } from './same-file-twice.ts';
import { sameNameTwice } from './same-name-twice.ts';
import { sameRowsAsOtherYear } from './same-rows-as-other-year.ts';
import { schoolMissing } from './school-missing.ts';
import { schoolYearMismatch } from './school-year-mismatch.ts';
import { schoolYearUnknown } from './school-year-unknown.ts';
import { schoolYearUnreadable } from './school-year-unreadable.ts';
import { severalLeas } from './several-leas.ts';
import { severalRecordTypes } from './several-record-types.ts';
import { spreadsheetDamage } from './spreadsheet-damage.ts';
import { strayLayout } from './stray-layout.ts';
import { tooLarge } from './too-large.ts';
import { truncatedLastRecord } from './truncated-last-record.ts';
import { typeMismatch } from './type-mismatch.ts';
import { unfinishedDownload } from './unfinished-download.ts';
import { unknownRecords } from './unknown-records.ts';
import { unreadableFile } from './unreadable-file.ts';
import { whichPart } from './which-part.ts';
import { wideEncoding } from './wide-encoding.ts';
import { wrongContainer } from './wrong-container.ts';
import { wrongExtension } from './wrong-extension.ts';
import { zipContents } from './zip-contents.ts';

/**
 * Every rule, in the order in which the person reads the findings: first what the file is, then
 * what its name is.
 */
export const ALL_RULES: readonly Rule[] = [
  unreadableFile,
  unfinishedDownload,
  emptyFile,
  wrongContainer,
  wideEncoding,
  nulBytes,
  overLongRecord,
  oldCalPassReport,
  spreadsheetDamage,
  lookAlike,
  severalRecordTypes,
  unknownRecords,
  foreignLines,
  headerRow,
  addedLines,
  markInside,
  joinedRecords,
  typeMismatch,
  schoolYearMismatch,
  schoolYearUnknown,
  schoolYearUnreadable,
  paddedSchoolYear,
  severalLeas,
  truncatedLastRecord,
  fieldCount,
  farFromOtherYears,
  sameRowsAsOtherYear,
  schoolMissing,
  lineEnds,
  leadingMark,
  zipContents,
  outOfZip,
  cutByYear,
  sameFileTwice,
  sameContentOtherLabel,
  sameNameTwice,
  whichPart,
  oneOfSeveral,
  alreadySent,
  otherLea,
  strayLayout,
  tooLarge,
  wrongExtension,
  nameNotExact,
];
