import {
  DESCRIPTION_FIELD,
  FILE_STATES,
  FILES_FIELD,
  LOADS_ON_CHOICE,
  PURPOSE_FIELD,
  SUBMIT_ROW,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

const NEXT = '<button type="button" class="button" data-next>Next</button>';
const NEXT_STEP = { selector: '.step:not([hidden]) [data-next]' };

function step(...parts: readonly string[]): string {
  return `<section class="step">${parts.join('')}</section>`;
}

export const wizard = {
  ...LOADS_ON_CHOICE,
  id: 'wizard',
  title: 'Three steps',
  purpose: 'Purpose, files and description are three steps; only the current one is displayed.',
  formHtml: (action) =>
    uploadForm(
      action,
      step(PURPOSE_FIELD, NEXT),
      step(FILES_FIELD, FILE_STATES, NEXT),
      step(DESCRIPTION_FIELD, SUBMIT_ROW),
    ),
  scripts: ['upload-page.js', 'wizard.js'],
  byHand: [
    { do: 'purpose' },
    {
      do: NEXT_STEP,
      leadsTo: { state: 'partly on', missing: ['purpose', 'description', 'submit'] },
    },
    { do: 'files' },
    { do: NEXT_STEP, leadsTo: { state: 'partly on', missing: ['purpose', 'files'] } },
    { do: 'description' },
    { do: 'submit' },
  ],
  expects: { state: 'partly on', missing: ['description', 'files', 'submit'] },
} as const satisfies UploadPageVariant;
