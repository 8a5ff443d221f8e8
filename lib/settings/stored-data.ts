import type { MessageKey } from '../words/words.ts';

/** Where the assistant keeps something. */
export interface StoredPlace {
  readonly area:
    | 'database'
    | 'kept until erased'
    | 'until the browser closes'
    | 'in the tab of the site';
  /** Its name there; `*` stands for the number of a tab or for a token. */
  readonly name: string;
  readonly holds: MessageKey;
}

/** All of it: the end-to-end tests look for any other name and fail if they find one. */
export const STORED_DATA: readonly StoredPlace[] = [
  { area: 'database', name: 'upload-assistant-ledger', holds: 'stored_ledger' },
  { area: 'database', name: 'upload-assistant-ledger-copy', holds: 'stored_ledger_copy' },
  { area: 'kept until erased', name: 'ledger-tally', holds: 'stored_tally' },
  { area: 'kept until erased', name: 'ledger-notice', holds: 'stored_notice' },
  { area: 'kept until erased', name: 'settings', holds: 'stored_settings' },
  { area: 'until the browser closes', name: 'tab:*', holds: 'stored_tab' },
  { area: 'until the browser closes', name: 'page:*', holds: 'stored_page' },
  { area: 'until the browser closes', name: 'token:*', holds: 'stored_token' },
  { area: 'until the browser closes', name: 'seen-lea', holds: 'stored_seen_lea' },
  { area: 'in the tab of the site', name: 'upload-assistant-submitted', holds: 'stored_marker' },
];
