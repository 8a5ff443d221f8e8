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

export const submitImage = {
  ...LOADS_ON_CHOICE,
  id: 'submit-image',
  title: 'Submit image',
  purpose: 'The submit button is a picture whose words are its alternative text.',
  formHtml: (action) =>
    uploadForm(
      action,
      PURPOSE_FIELD,
      DESCRIPTION_FIELD,
      FILES_FIELD,
      FILE_STATES,
      submitRow(
        '<input type="image" id="submit" class="button--primary" src="/CalPass/Content/submit.svg" alt="CLICK TO SUBMIT">',
      ),
    ),
} as const satisfies UploadPageVariant;
