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

export const flow = {
  ...LOADS_ON_CHOICE,
  id: 'flow',
  title: 'Flow.js',
  purpose: 'Flow.js adds an invisible input to the button and empties it after each choice.',
  formHtml: (action) =>
    uploadForm(
      action,
      PURPOSE_FIELD,
      DESCRIPTION_FIELD,
      `<div class="paste-zone" id="dropArea">
  <span class="button" role="button" tabindex="0" id="chooseFiles">Choose files</span> or drop them here
</div>`,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  scripts: ['flow-page.js'],
  controls: {
    ...USUAL_CONTROLS,
    files: { kind: 'input', selector: '#chooseFiles input' },
  },
} as const satisfies UploadPageVariant;
