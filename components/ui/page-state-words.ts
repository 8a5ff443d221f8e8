import type { ControlName, PageState } from '../../lib/upload-page/page-state.ts';
import type { MessageKey } from '../../lib/words/words.ts';

export const STATE_WORDS: Readonly<Record<PageState, MessageKey>> = {
  on: 'state_on',
  'partly on': 'state_partly_on',
  off: 'state_off',
};

/** Each has its own dot, so that the state does not hang on words alone. */
export const STATE_CLASS: Readonly<Record<PageState, string>> = {
  on: 'page-state',
  'partly on': 'page-state partly',
  off: 'page-state off',
};

/** Which control was not found, and what to do by hand. */
export const MISSING_WORDS: Readonly<Record<ControlName, MessageKey>> = {
  purpose: 'purpose_not_found',
  description: 'missing_description',
  files: 'missing_files',
  submit: 'missing_submit',
};
