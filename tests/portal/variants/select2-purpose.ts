import { namedPurposeOptions } from '../file-purposes.ts';
import {
  DESCRIPTION_FIELD,
  FILE_STATES,
  FILES_FIELD,
  LOADS_ON_CHOICE,
  SUBMIT_ROW,
  USUAL_CONTROLS,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const select2Purpose = {
  ...LOADS_ON_CHOICE,
  id: 'select2-purpose',
  title: 'Select2-like purpose',
  purpose:
    'The purpose is a box drawn over a hidden native select; it opens and chooses on mouse down.',
  formHtml: (action) =>
    uploadForm(
      action,
      `<div class="field">
  <label for="purpose" id="purposeLabel">File Purpose:</label>
  <select id="purpose" name="purpose" class="visually-hidden" tabindex="-1" aria-hidden="true">${namedPurposeOptions()}</select>
  <span class="dropdown" id="purposeBox" role="combobox" aria-haspopup="true" aria-expanded="false"
    tabindex="0" aria-labelledby="purposeLabel">Select purpose</span>
</div>`,
      DESCRIPTION_FIELD,
      FILES_FIELD,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  styles: ['dropdown.css'],
  scripts: ['upload-page.js', 'select2-purpose.js'],
  controls: {
    ...USUAL_CONTROLS,
    purpose: {
      kind: 'dropdown',
      selector: '#purposeBox',
      options: { selector: '.dropdown-list [role=option]' },
    },
  },
} as const satisfies UploadPageVariant;
