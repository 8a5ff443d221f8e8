import {
  descriptionInput,
  FILE_STATES,
  FILES_FIELD,
  field,
  LOADS_ON_CHOICE,
  PURPOSE_FIELD,
  SUBMIT_ROW,
  uploadForm,
  WITHOUT_DESCRIPTION,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const readOnlyDescription = {
  ...LOADS_ON_CHOICE,
  id: 'read-only-description',
  title: 'Read-only description',
  purpose: 'The page writes the description itself, and nobody can change it.',
  formHtml: (action) =>
    uploadForm(
      action,
      PURPOSE_FIELD,
      field('description', 'File Description:', descriptionInput('readonly value="K-12 upload"')),
      FILES_FIELD,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  controls: WITHOUT_DESCRIPTION,
  expects: { state: 'partly on', missing: ['description'] },
  shouldNot: [{ selector: '#description', why: 'The page lets nobody change it.' }],
} as const satisfies UploadPageVariant;
