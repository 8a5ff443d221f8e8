/*
 * The name of everything that the assistant stores, once. It imports nothing, so that every room
 * can use it, the content script too. `stored-data.ts` lists what lies under each name.
 */

/** IndexedDB: the ledger and its copy. */
export const LEDGER_DATABASES = [
  'upload-assistant-ledger',
  'upload-assistant-ledger-copy',
] as const;

// storage.local, kept until erased.
export const TALLY_KEY = 'ledger-tally';
export const NOTICE_KEY = 'ledger-notice';
export const SUMMARIES_KEY = 'ledger-summaries';
export const SETTINGS_KEY = 'settings';

// storage.session, gone when the browser closes.
export const SEEN_LEA_KEY = 'seen-lea';
export const TOKENS_KEY = 'tokens';
/** The submission under way in a tab; `*` stands for every tab. */
export const submissionKey = (tabId: number | '*') => `tab:${tabId}`;
/** The submissions whose outcome a tab shows. */
export const outcomeKey = (tabId: number | '*') => `outcome:${tabId}`;
/** How the assistant stands on the page of a tab. */
export const standingKey = (tabId: number | '*') => `page:${tabId}`;
export const isStandingKey = (key: string) => /^page:\d+$/.test(key);

/** sessionStorage of the site's tab. */
export const SUBMIT_MARK = 'upload-assistant-submitted';
