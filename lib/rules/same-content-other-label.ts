import type { Rule } from './rule.ts';
import { isOtherLabel } from './same-file-twice.ts';

/**
 * One year's data is about to go out under two years. The help desk's row counts in the webinar
 * show exactly this mistake. Only the person can find out which one is right, so neither goes.
 */
export const sameContentOtherLabel: Rule = {
  id: 'same-content-other-label',
  about: 'batch',
  level: 'block',
  check(file) {
    const twin = file.peers.sameContent.find((other) => isOtherLabel(file, other));
    return twin && { words: ['finding_same_content_other_label', twin.name] };
  },
};
