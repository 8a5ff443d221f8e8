import {
  FILE_STATES,
  FILES_FIELD,
  field,
  LOADS_ON_CHOICE,
  PURPOSE_FIELD,
  SUBMIT_ROW,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const textareaDescription = {
  ...LOADS_ON_CHOICE,
  id: 'textarea-description',
  title: 'Description in a textarea',
  purpose: 'The description is a box with several lines.',
  formHtml: (action) =>
    uploadForm(
      action,
      PURPOSE_FIELD,
      field(
        'description',
        'File Description:',
        '<textarea id="description" name="description" rows="3" placeholder="e.g. SENR 2022-23"></textarea>',
      ),
      FILES_FIELD,
      FILE_STATES,
      SUBMIT_ROW,
    ),
} as const satisfies UploadPageVariant;
