import type { Words } from '../words/words.ts';
import type { Organization } from './organization.ts';

/**
 * What is wrong with a reporting LEA code as someone typed it.
 * @param lea without blanks around it; an empty one is fine
 * @param others the other organizations
 */
export function leaCodeError(lea: string, others: readonly Organization[]): Words | undefined {
  if (lea === '') return undefined;
  if (/\D/.test(lea)) return ['setup_lea_not_digits', lea];
  if (lea.length !== 7) return ['setup_lea_length', lea, { count: lea.length }];
  const owner = others.find(({ reportingLea }) => reportingLea === lea);
  return owner && ['setup_lea_taken', lea, owner.name];
}
