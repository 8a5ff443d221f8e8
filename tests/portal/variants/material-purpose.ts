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

export const materialPurpose = {
  ...LOADS_ON_CHOICE,
  id: 'material-purpose',
  title: 'Material-like purpose',
  purpose:
    'The purpose is a button; its choices are in a popover that exists only while it is open.',
  formHtml: (action) =>
    uploadForm(
      action,
      `<div class="field">
  <span class="field__label" id="purposeLabel">File Purpose:</span>
  <div class="dropdown" id="purposeBox" role="button" aria-haspopup="listbox" aria-expanded="false"
    tabindex="0" aria-labelledby="purposeLabel purposeBox">Select purpose</div>
  <input type="hidden" name="purpose" id="purposeValue">
</div>`,
      DESCRIPTION_FIELD,
      FILES_FIELD,
      FILE_STATES,
      SUBMIT_ROW,
      listOfPurposes(),
    ),
  styles: ['dropdown.css'],
  scripts: ['upload-page.js', 'material-purpose.js'],
  controls: {
    ...USUAL_CONTROLS,
    purpose: {
      kind: 'dropdown',
      selector: '#purposeBox',
      options: { selector: '.popover [role=option]' },
    },
  },
} as const satisfies UploadPageVariant;
