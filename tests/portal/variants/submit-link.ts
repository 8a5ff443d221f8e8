import {
  DESCRIPTION_FIELD,
  FILE_STATES,
  FILES_FIELD,
  LOADS_ON_CHOICE,
  PURPOSE_FIELD,
  submitRow,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const submitLink = {
  ...LOADS_ON_CHOICE,
  id: 'submit-link',
  title: 'Submit link',
  purpose: 'The submit button is a link that acts as a button.',
  formHtml: (action) =>
    uploadForm(
      action,
      PURPOSE_FIELD,
      DESCRIPTION_FIELD,
      FILES_FIELD,
      FILE_STATES,
      submitRow(
        '<a role="button" tabindex="0" id="submit" class="button button--primary">CLICK TO SUBMIT</a>',
      ),
    ),
  scripts: ['upload-page.js', 'submit-link.js'],
} as const satisfies UploadPageVariant;
