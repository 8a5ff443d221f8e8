import {
  DESCRIPTION_INPUT,
  FILE_INPUT,
  FILE_STATES,
  LOADS_ON_CHOICE,
  PURPOSE_SELECT,
  SUBMIT_ROW,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const wordsAbove = {
  ...LOADS_ON_CHOICE,
  id: 'words-above',
  title: 'Words above',
  purpose: 'All words are in one row, and all controls in the row below.',
  formHtml: (action) =>
    uploadForm(
      action,
      `<table class="upload-table">
  <tr><th>File Purpose:</th><th>File Description:</th><th>Choose files</th></tr>
  <tr><td>${PURPOSE_SELECT}</td><td>${DESCRIPTION_INPUT}</td><td>${FILE_INPUT}</td></tr>
</table>`,
      FILE_STATES,
      SUBMIT_ROW,
    ),
} as const satisfies UploadPageVariant;
