import {
  descriptionInput,
  FILE_STATES,
  FILES_FIELD,
  field,
  LOADS_ON_CHOICE,
  ON,
  PURPOSE_FIELD,
  SUBMIT_ROW,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const disabledDescription = {
  ...LOADS_ON_CHOICE,
  id: 'disabled-description',
  title: 'Disabled description',
  purpose: 'The description is disabled until a purpose is chosen.',
  formHtml: (action) =>
    uploadForm(
      action,
      PURPOSE_FIELD,
      field('description', 'File Description:', descriptionInput('disabled')),
      FILES_FIELD,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  scripts: ['upload-page.js', 'disabled-description.js'],
  byHand: [
    { do: 'purpose', leadsTo: ON },
    { do: 'description' },
    { do: 'files' },
    { do: 'submit' },
  ],
  expects: { state: 'partly on', missing: ['description'] },
} as const satisfies UploadPageVariant;
