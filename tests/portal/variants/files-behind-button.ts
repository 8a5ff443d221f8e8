import {
  DESCRIPTION_FIELD,
  FILE_STATES,
  LOADS_ON_CHOICE,
  PURPOSE_FIELD,
  SUBMIT_ROW,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const filesBehindButton = {
  ...LOADS_ON_CHOICE,
  id: 'files-behind-button',
  title: 'Files behind a button',
  purpose: 'The file input is not displayed; a button opens its dialog.',
  formHtml: (action) =>
    uploadForm(
      action,
      PURPOSE_FIELD,
      DESCRIPTION_FIELD,
      `<div class="field">
  <button type="button" class="button" id="chooseFiles">Choose files</button>
  <input type="file" id="files" multiple hidden>
</div>`,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  scripts: ['upload-page.js', 'files-behind-button.js'],
} as const satisfies UploadPageVariant;
