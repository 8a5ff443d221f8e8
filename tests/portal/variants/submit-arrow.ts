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

export const submitArrow = {
  ...LOADS_ON_CHOICE,
  id: 'submit-arrow',
  title: 'Submit with an arrow',
  purpose: 'The words of the submit button have an icon, hard blanks and an arrow around them.',
  formHtml: (action) =>
    uploadForm(
      action,
      PURPOSE_FIELD,
      DESCRIPTION_FIELD,
      FILES_FIELD,
      FILE_STATES,
      submitRow(
        `<button type="submit" id="submit" class="button button--primary">
  <i class="icon" aria-hidden="true">cloud_upload</i> CLICK&nbsp;TO&nbsp;SUBMIT&nbsp;»
</button>`,
      ),
    ),
  otherWords: { 'CLICK TO SUBMIT': 'CLICK&nbsp;TO&nbsp;SUBMIT&nbsp;»' },
} as const satisfies UploadPageVariant;
