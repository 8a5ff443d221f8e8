import { namedPurposeOptions } from '../file-purposes.ts';
import { FILE_LIST, FILE_STATES_LEGEND, SUBMIT_NOTE } from './file-states.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const plain = {
  id: 'plain',
  title: 'Plain form',
  purpose: 'A native file input whose files go with the form; the page reloads.',
  formHtml: (action) => `
<form class="upload-form" method="post" action="${action}" enctype="multipart/form-data">
  <p class="field">
    <label for="filePurpose">File Purpose:</label>
    <select id="filePurpose" name="filePurpose">${namedPurposeOptions()}</select>
  </p>
  <p class="field">
    <label for="fileDescription">File Description:</label>
    <input type="text" id="fileDescription" name="fileDescription" maxlength="200"
      placeholder="e.g. SENR 2022-23" autocomplete="off">
  </p>
  <p class="field">
    <label for="files">Choose files</label>
    <input type="file" id="files" name="files" multiple>
  </p>
  ${FILE_STATES_LEGEND}
  ${FILE_LIST}
  <p class="submit-row">
    <button type="submit" class="button button--primary">CLICK TO SUBMIT</button>
    <span class="note">${SUBMIT_NOTE}</span>
  </p>
</form>`,
  styles: [],
  scripts: ['plain.js'],
  confirmation: 'reload',
  redirectsTo: '/CalPass/Upload/Confirmation',
  fieldNames: {
    purpose: 'filePurpose',
    description: 'fileDescription',
    loadedFileId: 'fileId',
  },
  controls: {
    purpose: { kind: 'select', selector: '#filePurpose' },
    description: { kind: 'value', selector: '#fileDescription' },
    files: { kind: 'input', selector: '#files' },
    submit: { selector: '.button--primary' },
  },
  expects: { state: 'on' },
  shouldNot: [],
} as const satisfies UploadPageVariant;
