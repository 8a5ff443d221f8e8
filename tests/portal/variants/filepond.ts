import { namedPurposeOptions } from '../file-purposes.ts';
import { FILE_STATES_LEGEND, SUBMIT_NOTE } from './file-states.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const filepond = {
  id: 'filepond',
  title: 'FilePond',
  purpose: 'FilePond replaces the input, loads on choice, and clears the chosen files at once.',
  formHtml: (action) => `
<form class="upload-form" id="uploadForm" method="post" action="${action}">
  <div class="field">
    <label for="purposeId">File Purpose:</label>
    <select id="purposeId" name="purpose">${namedPurposeOptions()}</select>
  </div>
  <div class="field">
    <label for="description">File Description:</label>
    <input type="text" id="description" name="description" placeholder="e.g. SENR 2022-23"
      autocomplete="off">
  </div>
  <input type="file" id="filepond" aria-label="Choose files" multiple>
  ${FILE_STATES_LEGEND}
  <div class="submit-row">
    <button type="submit" class="button button--primary">CLICK TO SUBMIT</button>
    <span class="note">${SUBMIT_NOTE}</span>
  </div>
</form>`,
  styles: ['vendor/filepond.css', 'filepond-page.css'],
  scripts: ['filepond-page.js'],
  confirmation: 'same-document',
  fieldNames: { purpose: 'purpose', description: 'description', loadedFileId: 'fileId' },
  controls: {
    purpose: { kind: 'select', selector: '#purposeId' },
    description: { kind: 'value', selector: '#description' },
    files: { kind: 'input', selector: '.filepond--browser' },
    submit: { selector: '.button--primary' },
  },
  expects: { state: 'on' },
  shouldNot: [],
} as const satisfies UploadPageVariant;
