import {
  DESCRIPTION_INPUT,
  FILE_STATES,
  LOADS_ON_CHOICE,
  PURPOSE_SELECT,
  SUBMIT_ROW,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const placeholdersOnly = {
  ...LOADS_ON_CHOICE,
  id: 'placeholders-only',
  title: 'Placeholders only',
  purpose: 'There are no labels, only the first option, the placeholder and the buttons.',
  formHtml: (action) =>
    uploadForm(
      action,
      `<div class="field">${PURPOSE_SELECT}</div>`,
      `<div class="field">${DESCRIPTION_INPUT}</div>`,
      `<div class="field">
  <input type="file" id="files" multiple title="Choose files">
</div>`,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  otherWords: { 'File Purpose:': '', 'File Description:': '' },
} as const satisfies UploadPageVariant;
