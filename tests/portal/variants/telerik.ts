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

export const telerik = {
  ...LOADS_ON_CHOICE,
  id: 'telerik',
  title: 'Telerik-like async upload',
  purpose: 'A new input replaces the used one; a colored dot and words show the state.',
  formHtml: (action) =>
    uploadForm(
      action,
      PURPOSE_FIELD,
      DESCRIPTION_FIELD,
      `<div class="field async-upload">
  ${FILE_INPUT}<input type="button" class="button" value="Choose files" tabindex="-1">
</div>`,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  styles: ['telerik-page.css'],
  scripts: ['telerik-page.js'],
  confirmation: 'reload',
} as const satisfies UploadPageVariant;
