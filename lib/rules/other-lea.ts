import type { Rule } from './rule.ts';
import { mostFirst } from './rule.ts';

/**
 * The file's LEA is not the organization's in the checklist. It may be another district's download.
 */
export const otherLea: Rule = {
  id: 'other-lea',
  about: 'batch',
  level: 'warn',
  check({ records, organization }) {
    const lea = records && mostFirst(records.reportingLeas)[0]?.[0];
    if (!lea || !organization || lea === organization.reportingLea) return undefined;
    return { words: ['finding_other_lea', lea, organization.name, organization.reportingLea] };
  },
};
