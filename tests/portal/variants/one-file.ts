import {
  DESCRIPTION_FIELD,
  FILE_STATES,
  field,
  LOADS_ON_CHOICE,
  PURPOSE_FIELD,
  SUBMIT_ROW,
  USUAL_CONTROLS,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const oneFile = {
  ...LOADS_ON_CHOICE,
  id: 'one-file',
  title: 'One file at a time',
  purpose: 'The file input accepts a single file.',
  formHtml: (action) =>
    uploadForm(
      action,
      PURPOSE_FIELD,
      DESCRIPTION_FIELD,
      field('files', 'Choose files', '<input type="file" id="files">'),
      FILE_STATES,
      SUBMIT_ROW,
    ),
  controls: {
    ...USUAL_CONTROLS,
    files: { kind: 'input', selector: '#files', takes: 'one file' },
  },
} as const satisfies UploadPageVariant;
