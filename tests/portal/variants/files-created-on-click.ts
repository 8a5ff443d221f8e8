import {
  DESCRIPTION_FIELD,
  FILE_STATES,
  LOADS_ON_CHOICE,
  PURPOSE_FIELD,
  SUBMIT_ROW,
  USUAL_CONTROLS,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const filesCreatedOnClick = {
  ...LOADS_ON_CHOICE,
  id: 'files-created-on-click',
  title: 'Files created on click',
  purpose: 'The document has no file input: a click creates one that never enters the document.',
  formHtml: (action) =>
    uploadForm(
      action,
      PURPOSE_FIELD,
      DESCRIPTION_FIELD,
      `<div class="field">
  <button type="button" class="button" id="chooseFiles">Choose files</button>
</div>`,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  scripts: ['files-created-on-click.js'],
  controls: {
    ...USUAL_CONTROLS,
    files: { kind: 'opener', selector: '#chooseFiles' },
  },
} as const satisfies UploadPageVariant;
