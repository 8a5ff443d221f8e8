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

export const primengPurpose = {
  ...LOADS_ON_CHOICE,
  id: 'primeng-purpose',
  title: 'PrimeNG-like purpose',
  purpose:
    'The purpose has a hidden read-only input that does not open it; its label shows the choice.',
  formHtml: (action) =>
    uploadForm(
      action,
      `<div class="field">
  <label for="purposeInput">File Purpose:</label>
  <p-dropdown>
    <div class="p-dropdown p-component" id="purpose">
      <div class="p-hidden-accessible">
        <input id="purposeInput" type="text" readonly aria-haspopup="listbox" aria-expanded="false">
      </div>
      <span class="p-dropdown-label p-inputtext p-placeholder">Select purpose</span>
      <div class="p-dropdown-trigger" role="button" aria-haspopup="listbox" aria-expanded="false"
        aria-label="Open the list"></div>
    </div>
  </p-dropdown>
  <input type="hidden" name="purpose" id="purposeValue">
  <template id="purposeItems"><ul class="p-dropdown-items" role="listbox">
    ${FILE_PURPOSES.map((words) => `<li class="p-dropdown-item" role="option"><span>${words}</span></li>`).join('')}
  </ul></template>
</div>`,
      DESCRIPTION_FIELD,
      FILES_FIELD,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  styles: ['widgets.css'],
  scripts: ['upload-page.js', 'primeng-purpose.js'],
  controls: {
    ...USUAL_CONTROLS,
    purpose: {
      kind: 'dropdown',
      selector: '.p-dropdown-trigger',
      options: { selector: '.p-dropdown-item' },
      shows: { selector: '.p-dropdown-label' },
    },
  },
} as const satisfies UploadPageVariant;
