import type { MessageKey, Words } from '../words/words.ts';
import type { Doubt } from './events.ts';
import type { Outcome } from './outcome.ts';

/** Why it is not sure that a file was sent. Each text takes a day. */
export const DOUBT_WORDS: Readonly<Record<Doubt, MessageKey>> = {
  'tab closed': 'doubt_tab_closed',
  'another page': 'doubt_another_page',
  'no answer': 'doubt_no_answer',
  'file left': 'doubt_file_left',
  'file not seen': 'doubt_file_not_seen',
  'no click': 'doubt_no_click',
};

/**
 * `7 sent at 4:52 PM`, `1 not sure`, `28 to go`: each only where there is any. Both languages have one
 * form for 1, and one for all else.
 */
export function outcomeWords({ sent, notSure, toGo }: Outcome): readonly Words[] {
  const words: Words[] = [];
  if (sent.length > 0) {
    const key = sent.length === 1 ? 'outcome_sent_one' : 'outcome_sent_other';
    words.push([key, { count: sent.length }, { time: Math.max(...sent.map(({ at }) => at)) }]);
  }
  if (notSure.length > 0) {
    const key = notSure.length === 1 ? 'count_not_sure_one' : 'count_not_sure_other';
    words.push([key, { count: notSure.length }]);
  }
  if (toGo !== undefined) {
    words.push([toGo === 1 ? 'outcome_to_go_one' : 'outcome_to_go_other', { count: toGo }]);
  }
  return words;
}

/** Why some files are not sure, each reason once. */
export function doubtWords({ notSure }: Outcome): readonly Words[] {
  const reasons = new Map(notSure.map(({ at, why }) => [why, at]));
  return [...reasons].map(([why, at]) => [DOUBT_WORDS[why], { day: at }]);
}
