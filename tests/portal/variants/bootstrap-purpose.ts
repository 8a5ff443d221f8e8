import { FILE_PURPOSES } from '../file-purposes.ts';
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

export const bootstrapPurpose = {
  ...LOADS_ON_CHOICE,
  id: 'bootstrap-purpose',
  title: 'Bootstrap-like purpose',
  purpose: 'The purpose is a button with a menu of links; a hidden input holds the choice.',
  formHtml: (action) =>
    uploadForm(
      action,
      `<div class="field">
  <span class="field__label">File Purpose:</span>
  <div class="dropdown-group">
    <button class="menu-button dropdown-toggle" type="button" id="purposeToggle"
      data-bs-toggle="dropdown" aria-expanded="false">Select purpose</button>
    <ul class="dropdown-menu" id="purposeMenu" aria-labelledby="purposeToggle">
      ${FILE_PURPOSES.map((words) => `<li><a class="dropdown-item" href="#">${words}</a></li>`).join('')}
    </ul>
  </div>
  <input type="hidden" name="purpose" id="purposeValue">
</div>`,
      DESCRIPTION_FIELD,
      FILES_FIELD,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  styles: ['widgets.css'],
  scripts: ['upload-page.js', 'bootstrap-purpose.js'],
  controls: {
    ...USUAL_CONTROLS,
    purpose: {
      kind: 'dropdown',
      selector: '#purposeToggle',
      options: { selector: '.dropdown-item' },
    },
  },
} as const satisfies UploadPageVariant;
