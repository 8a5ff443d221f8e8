import { namedPurposeOptions } from '../file-purposes.ts';
import { FILE_STATES_LEGEND, SUBMIT_NOTE } from './file-states.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const dropzone = {
  id: 'dropzone',
  title: 'Dropzone',
  purpose: 'A drop zone whose hidden input is outside the upload area; there is no form at all.',
  formHtml: (action) => `
<div class="upload-form" id="uploadArea" data-action="${action}">
  <div class="field">
    <label for="ddlPurpose">File Purpose:</label>
    <select id="ddlPurpose">${namedPurposeOptions()}</select>
  </div>
  <div class="field">
    <label for="txtDescription">File Description:</label>
    <input type="text" id="txtDescription" placeholder="e.g. SENR 2022-23" autocomplete="off">
  </div>
  <div class="dropzone" id="dropArea">
    <div class="dz-message">
      <button type="button" class="dz-button">Choose files</button> or drop them here
    </div>
  </div>
  ${FILE_STATES_LEGEND}
  <div class="submit-row">
    <button type="button" id="btnSubmit" class="button button--primary">CLICK TO SUBMIT</button>
    <span class="note">${SUBMIT_NOTE}</span>
  </div>
</div>`,
  styles: ['vendor/dropzone.css', 'dropzone-page.css'],
  scripts: ['dropzone-page.js'],
  confirmation: 'same-document',
  fieldNames: { purpose: 'purpose', description: 'description', loadedFileId: 'fileId' },
  controls: {
    purpose: { kind: 'select', selector: '#ddlPurpose' },
    description: { kind: 'value', selector: '#txtDescription' },
    files: { kind: 'input', selector: '.dz-hidden-input' },
    submit: { selector: '#btnSubmit' },
  },
  expects: { state: 'on' },
  shouldNot: [],
} as const satisfies UploadPageVariant;
