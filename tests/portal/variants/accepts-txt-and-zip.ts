import {
  DESCRIPTION_FIELD,
  FILE_STATES,
  field,
  LOADS_ON_CHOICE,
  PURPOSE_FIELD,
  SUBMIT_ROW,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const acceptsTxtAndZip = {
  ...LOADS_ON_CHOICE,
  id: 'accepts-txt-and-zip',
  title: 'Accepts .txt and .zip',
  purpose: 'The file input names the only two kinds of file it takes.',
  formHtml: (action) =>
    uploadForm(
      action,
      PURPOSE_FIELD,
      DESCRIPTION_FIELD,
      field('files', 'Choose files', '<input type="file" id="files" multiple accept=".txt,.zip">'),
      FILE_STATES,
      SUBMIT_ROW,
    ),
} as const satisfies UploadPageVariant;
