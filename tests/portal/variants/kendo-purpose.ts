import { listOfPurposes } from '../file-purposes.ts';
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

export const kendoPurpose = {
  ...LOADS_ON_CHOICE,
  id: 'kendo-purpose',
  title: 'Kendo-like purpose',
  purpose:
    'The purpose is a combobox with a listbox at the end of the body, and no select anywhere.',
  formHtml: (action) =>
    uploadForm(
      action,
      `<div class="field">
  <label id="purposeLabel">File Purpose:</label>
  <span class="dropdown" id="purposeBox" role="combobox" aria-haspopup="listbox" aria-expanded="false"
    aria-controls="purposeList" tabindex="0" aria-labelledby="purposeLabel">Select purpose</span>
  <input type="hidden" name="purpose" id="purposeValue">
</div>`,
      DESCRIPTION_FIELD,
      FILES_FIELD,
      FILE_STATES,
      SUBMIT_ROW,
      listOfPurposes(),
    ),
  styles: ['dropdown.css'],
  scripts: ['upload-page.js', 'kendo-purpose.js'],
  controls: {
    ...USUAL_CONTROLS,
    purpose: {
      kind: 'dropdown',
      selector: '#purposeBox',
      options: { selector: '#purposeList [role=option]' },
    },
  },
} as const satisfies UploadPageVariant;
