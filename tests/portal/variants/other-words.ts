import {
  DESCRIPTION_INPUT,
  FILE_INPUT,
  FILE_STATES,
  field,
  LOADS_ON_CHOICE,
  PURPOSE_SELECT,
  submitRow,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const otherWords = {
  ...LOADS_ON_CHOICE,
  id: 'other-words',
  title: 'Near words',
  purpose: 'The words differ in case, colon, spacing and verb.',
  formHtml: (action) =>
    uploadForm(
      action,
      field('purpose', 'FILE&nbsp;PURPOSE :', PURPOSE_SELECT),
      field('description', ' file  description', DESCRIPTION_INPUT),
      field('files', 'Select Files', FILE_INPUT),
      FILE_STATES,
      submitRow('<button type="submit" id="submit" class="button button--primary">Submit</button>'),
    ),
  otherWords: {
    'File Purpose:': 'FILE&nbsp;PURPOSE :',
    'File Description:': ' file description',
    'Choose files': 'Select Files',
    'CLICK TO SUBMIT': 'Submit',
  },
} as const satisfies UploadPageVariant;
