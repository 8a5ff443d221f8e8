import { useState } from 'react';
import type { ChangeAnswer, RefusedChange } from '../../lib/messaging/change-answer.ts';
import type { MessageKey } from '../../lib/words/words.ts';

const REFUSAL_WORDS: Readonly<Record<RefusedChange, MessageKey>> = {
  'read-only': 'change_read_only',
  'no room': 'change_no_room',
  'private window': 'change_private_window',
  'from the future': 'change_from_future',
  failed: 'change_failed',
};

/**
 * Makes changes one at a time.
 * @returns change: resolves to whether it was made. refusal: why the last one was not, in words.
 */
export function useChange(): {
  readonly change: (work: () => Promise<ChangeAnswer>) => Promise<boolean>;
  readonly refusal: MessageKey | undefined;
} {
  const [refusal, setRefusal] = useState<MessageKey>();
  const change = async (work: () => Promise<ChangeAnswer>) => {
    const answer = await work().catch(() => 'failed' as const);
    setRefusal(answer === 'done' ? undefined : REFUSAL_WORDS[answer]);
    return answer === 'done';
  };
  return { change, refusal };
}
