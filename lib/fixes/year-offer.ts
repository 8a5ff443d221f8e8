import { RECORD_LAYOUTS } from '../calpads/record-layouts.ts';
import type { CheckResult } from '../rules/check-files.ts';
import type { YearAccount } from './year-account.ts';
import { yearAccount } from './year-account.ts';

/**
 * What would become of each line if the file were cut by school year. Absent if that is not
 * offered. People can request SENR, SINF, SPRG and SELA for many years at once. In the other types,
 * several years are a mistake.
 *
 * A file with a problem that no fix solves is not cut, and neither is a download that stopped early:
 * the problem would no longer show in the new files.
 */
export function yearOffer({ file, findings }: CheckResult): YearAccount | undefined {
  const { records, provenType, requiredYears } = file;
  if (!records || !provenType || !requiredYears) return undefined;
  if (RECORD_LAYOUTS[provenType].requestedBy !== 'date range') return undefined;
  if (findings.some(({ level, fix }) => level === 'block' && !fix)) return undefined;
  if (records.oddities['truncated last record']) return undefined;
  const account = yearAccount(records, requiredYears);
  return account.files.length > 1 ? account : undefined;
}
