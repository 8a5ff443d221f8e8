import {
  DESCRIPTION_FIELD,
  FILE_STATES,
  FILES_FIELD,
  LOADS_ON_CHOICE,
  SUBMIT_ROW,
  uploadForm,
  WITHOUT_PURPOSE,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const noPurpose = {
  ...LOADS_ON_CHOICE,
  id: 'no-purpose',
  title: 'No purpose',
  purpose: 'There is no purpose on the page.',
  formHtml: (action) => uploadForm(action, DESCRIPTION_FIELD, FILES_FIELD, FILE_STATES, SUBMIT_ROW),
  controls: WITHOUT_PURPOSE,
  expects: { state: 'partly on', missing: ['purpose'] },
  otherWords: { 'File Purpose:': '', 'Select purpose': '', CALPADS: '' },
} as const satisfies UploadPageVariant;
