import type { LookAlike } from '../calpads/record-types.ts';
import type { MessageKey } from '../words/words.ts';
import type { Rule } from './rule.ts';
import { mostFirst } from './rule.ts';

const WORDS: Readonly<Record<LookAlike, MessageKey>> = {
  'sis-upload-file': 'finding_look_alike_sis_upload_file',
  'rejected-records': 'finding_look_alike_rejected_records',
  'cumulative-enrollment': 'finding_look_alike_cumulative_enrollment',
  'fall-2-sibling': 'finding_look_alike_fall_2_sibling',
  'ssid-extract': 'finding_look_alike_ssid_extract',
  'other-extract': 'finding_look_alike_other_extract',
};
const CODES_SHOWN = 3;

/** Other CALPADS files that people send by mistake. */
export const lookAlike: Rule = {
  id: 'look-alike',
  about: 'file',
  level: 'block',
  alsoLevel: 'warn',
  check({ records }) {
    if (!records || Object.keys(records.odsRecords).length > 0) return undefined; // a mix
    const found = mostFirst(records.lookAlikes);
    const worst = found.find(([each]) => each !== 'sis-upload-file') ?? found[0];
    if (!worst) return undefined;
    const [kind, rows] = worst;
    if (kind === 'other-extract') {
      const codes = mostFirst(records.otherExtracts).map(([code]) => code);
      return { kind, words: [WORDS[kind], { list: codes.slice(0, CODES_SHOWN) }, { count: rows }] };
    }
    const words = [WORDS[kind], { count: rows }] as const;
    // These are the same records without the two trailing dates. No source says whether the site
    // takes them.
    return kind === 'sis-upload-file' ? { kind, level: 'warn', words } : { kind, words };
  },
};
