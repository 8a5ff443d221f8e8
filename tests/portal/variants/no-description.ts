import {
  FILE_STATES,
  FILES_FIELD,
  LOADS_ON_CHOICE,
  PURPOSE_FIELD,
  SUBMIT_ROW,
  uploadForm,
  WITHOUT_DESCRIPTION,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const noDescription = {
  ...LOADS_ON_CHOICE,
  id: 'no-description',
  title: 'No description',
  purpose: 'There is no description on the page.',
  formHtml: (action) => uploadForm(action, PURPOSE_FIELD, FILES_FIELD, FILE_STATES, SUBMIT_ROW),
  controls: WITHOUT_DESCRIPTION,
  expects: { state: 'partly on', missing: ['description'] },
  otherWords: { 'File Description:': '', 'e.g. SENR 2022-23': '' },
} as const satisfies UploadPageVariant;
