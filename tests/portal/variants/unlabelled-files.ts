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

export const unlabelledFiles = {
  ...LOADS_ON_CHOICE,
  id: 'unlabelled-files',
  title: 'Unlabelled file input',
  purpose: 'The file input has no label and is alone in a cell as wide as the table.',
  formHtml: (action) =>
    uploadForm(
      action,
      `<table class="upload-table">
  <tr><td class="upload-table__words">File Purpose:</td><td>${PURPOSE_SELECT}</td></tr>
  <tr><td class="upload-table__words">File Description:</td><td>${DESCRIPTION_INPUT}</td></tr>
  <tr><td colspan="2">${FILE_INPUT}</td></tr>
</table>`,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  otherWords: { 'Choose files': '' },
} as const satisfies UploadPageVariant;
