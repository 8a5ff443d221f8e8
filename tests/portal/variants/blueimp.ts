import {
  DESCRIPTION_FIELD,
  FILE_INPUT,
  FILE_STATES,
  LOADS_ON_CHOICE,
  PURPOSE_FIELD,
  SUBMIT_ROW,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const blueimp = {
  ...LOADS_ON_CHOICE,
  id: 'blueimp',
  title: 'jQuery File Upload',
  purpose:
    'The input is invisible on top of a drawn button; a clone replaces it after each choice.',
  formHtml: (action) =>
    uploadForm(
      action,
      PURPOSE_FIELD,
      DESCRIPTION_FIELD,
      `<p class="field">
  <span class="button fileinput-button"><span>Choose files</span>${FILE_INPUT}</span>
</p>`,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  styles: ['blueimp-page.css'],
  scripts: ['blueimp-page.js'],
} as const satisfies UploadPageVariant;
