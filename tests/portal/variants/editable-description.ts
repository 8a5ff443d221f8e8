import {
  FILE_STATES,
  FILES_FIELD,
  LOADS_ON_CHOICE,
  PURPOSE_FIELD,
  SUBMIT_ROW,
  USUAL_CONTROLS,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const editableDescription = {
  ...LOADS_ON_CHOICE,
  id: 'editable-description',
  title: 'Editable description',
  purpose: 'The description is an editable element, not a form control.',
  formHtml: (action) =>
    uploadForm(
      action,
      PURPOSE_FIELD,
      `<div class="field">
  <span class="field__label" id="descriptionLabel">File Description:</span>
  <div class="editable" id="description" role="textbox" contenteditable="plaintext-only"
    aria-labelledby="descriptionLabel" aria-placeholder="e.g. SENR 2022-23"></div>
</div>`,
      FILES_FIELD,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  scripts: ['upload-page.js', 'editable-description.js'],
  controls: {
    ...USUAL_CONTROLS,
    description: { kind: 'text', selector: '#description' },
  },
} as const satisfies UploadPageVariant;
