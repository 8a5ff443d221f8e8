import type { Rule } from './rule.ts';
import { isOtherLabel, sameContent } from './same-file-twice.ts';

/**
 * One year's data about to be sent under two years: the help desk's row counts in the webinar show
 * just that. Which of the two is right, only the person can find out, so neither goes.
 */
export const sameContentOtherLabel: Rule = {
  id: 'same-content-other-label',
  about: 'batch',
  level: 'block',
  check(file) {
    const twin = sameContent(file).find((other) => isOtherLabel(file, other));
    return twin && { words: ['finding_same_content_other_label', twin.name] };
  },
};
