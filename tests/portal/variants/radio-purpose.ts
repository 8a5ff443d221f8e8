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

export const radioPurpose = {
  ...LOADS_ON_CHOICE,
  id: 'radio-purpose',
  title: 'Radio buttons',
  purpose: 'The purpose is a group of radio buttons under a legend.',
  formHtml: (action) =>
    uploadForm(
      action,
      `<fieldset class="field" id="purpose">
  <legend>File Purpose:</legend>
  <p>Select purpose</p>
  ${FILE_PURPOSES.map((words) => `<label><input type="radio" name="purpose" value="${words}"> ${words}</label>`).join('')}
</fieldset>`,
      DESCRIPTION_FIELD,
      FILES_FIELD,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  styles: [],
  scripts: ['upload-page.js'],
  controls: {
    ...USUAL_CONTROLS,
    purpose: { kind: 'radios', selector: '#purpose', options: { selector: '#purpose label' } },
  },
} as const satisfies UploadPageVariant;
