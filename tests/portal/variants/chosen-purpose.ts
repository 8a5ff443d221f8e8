import { FILE_PURPOSES, namedPurposeOptions } from '../file-purposes.ts';
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

export const chosenPurpose = {
  ...LOADS_ON_CHOICE,
  id: 'chosen-purpose',
  title: 'chosen.js-like purpose',
  purpose: 'A box replaces a select that is not displayed, and does not notice changes to it.',
  formHtml: (action) =>
    uploadForm(
      action,
      `<div class="field">
  <label for="purpose">File Purpose:</label>
  <select id="purpose" name="purpose" style="display: none">${namedPurposeOptions()}</select>
  <div class="chosen-container chosen-container-single" id="purpose_chosen">
    <a class="chosen-single"><span>Select purpose</span></a>
    <div class="chosen-drop">
      <div class="chosen-search"><input class="chosen-search-input" type="text" autocomplete="off"></div>
      <ul class="chosen-results">
        ${FILE_PURPOSES.map((words, at) => `<li class="active-result" data-option-array-index="${at + 1}">${words}</li>`).join('')}
      </ul>
    </div>
  </div>
</div>`,
      DESCRIPTION_FIELD,
      FILES_FIELD,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  styles: ['widgets.css'],
  scripts: ['upload-page.js', 'chosen-purpose.js'],
  controls: {
    ...USUAL_CONTROLS,
    purpose: {
      kind: 'dropdown',
      selector: '#purpose_chosen',
      options: { selector: '.active-result' },
      shows: { selector: '.chosen-single span' },
    },
  },
} as const satisfies UploadPageVariant;
