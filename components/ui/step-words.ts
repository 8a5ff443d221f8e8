import type { StepId } from '../../lib/requirements/six-steps.ts';
import type { MessageKey } from '../../lib/words/words.ts';

export const STEP_WORDS: Readonly<Record<StepId, MessageKey>> = {
  responsibility: 'setup_step_responsibility',
  mou: 'setup_step_mou',
  years: 'setup_step_years',
  ask: 'setup_step_ask',
  download: 'setup_step_download',
  upload: 'setup_step_upload',
};
