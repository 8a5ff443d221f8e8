import type { MessageKey } from '../words/words.ts';
import {
  LEDGER_DATABASES,
  NOTICE_KEY,
  outcomeKey,
  SEEN_LEA_KEY,
  SETTINGS_KEY,
  SUBMIT_MARK,
  SUMMARIES_KEY,
  standingKey,
  submissionKey,
  TALLY_KEY,
  TOKENS_KEY,
} from './storage-names.ts';

/** Where the assistant keeps something. */
export interface StoredPlace {
  readonly area:
    | 'database'
    | 'kept until erased'
    | 'until the browser closes'
    | 'in the tab of the site';
  /** Its name there. `*` stands for the number of a tab. */
  readonly name: string;
  readonly holds: MessageKey;
}

const [LEDGER, COPY] = LEDGER_DATABASES;

/** All of it: the end-to-end tests look for any other name and fail if they find one. */
export const STORED_DATA: readonly StoredPlace[] = [
  { area: 'database', name: LEDGER, holds: 'stored_ledger' },
  { area: 'database', name: COPY, holds: 'stored_ledger_copy' },
  { area: 'kept until erased', name: TALLY_KEY, holds: 'stored_tally' },
  { area: 'kept until erased', name: NOTICE_KEY, holds: 'stored_notice' },
  { area: 'kept until erased', name: SUMMARIES_KEY, holds: 'stored_summaries' },
  { area: 'kept until erased', name: SETTINGS_KEY, holds: 'stored_settings' },
  { area: 'until the browser closes', name: submissionKey('*'), holds: 'stored_tab' },
  { area: 'until the browser closes', name: outcomeKey('*'), holds: 'stored_outcome' },
  { area: 'until the browser closes', name: standingKey('*'), holds: 'stored_page' },
  { area: 'until the browser closes', name: TOKENS_KEY, holds: 'stored_token' },
  { area: 'until the browser closes', name: SEEN_LEA_KEY, holds: 'stored_seen_lea' },
  { area: 'in the tab of the site', name: SUBMIT_MARK, holds: 'stored_marker' },
];
