import { FILE_STATES_LEGEND } from './file-states.ts';
import {
  DESCRIPTION_FIELD,
  LOADS_ON_CHOICE,
  PURPOSE_FIELD,
  SUBMIT_ROW,
  USUAL_CONTROLS,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const uppy = {
  ...LOADS_ON_CHOICE,
  id: 'uppy',
  title: 'Uppy Dashboard',
  purpose: 'Uppy keeps the files in its own state; a second hidden input is for folders.',
  formHtml: (action) =>
    uploadForm(
      action,
      PURPOSE_FIELD,
      DESCRIPTION_FIELD,
      '<div id="dashboard"></div>',
      FILE_STATES_LEGEND,
      SUBMIT_ROW,
    ),
  styles: ['vendor/uppy-core.css', 'vendor/uppy-dashboard.css'],
  scripts: ['uppy-page.js'],
  controls: {
    ...USUAL_CONTROLS,
    files: { kind: 'input', selector: '.uppy-Dashboard-input:not([webkitdirectory])' },
  },
  shouldNot: [
    { selector: '.uppy-Dashboard-input[webkitdirectory]', why: 'It takes folders, not files.' },
  ],
} as const satisfies UploadPageVariant;
