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

export const otherOrder = {
  ...LOADS_ON_CHOICE,
  id: 'other-order',
  title: 'Another order',
  purpose: 'The controls are in the opposite order, with the instructions after them.',
  formHtml: (action) =>
    uploadForm(action, FILES_FIELD, FILE_STATES, DESCRIPTION_FIELD, PURPOSE_FIELD, SUBMIT_ROW),
  layout: 'guide last',
} as const satisfies UploadPageVariant;
