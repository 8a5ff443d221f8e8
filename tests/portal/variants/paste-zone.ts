import {
  DESCRIPTION_FIELD,
  FILE_STATES,
  FILES_FIELD,
  LOADS_ON_CHOICE,
  PURPOSE_FIELD,
  SUBMIT_ROW,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const pasteZone = {
  ...LOADS_ON_CHOICE,
  id: 'paste-zone',
  title: 'Paste zone',
  purpose: 'Files can also be pasted onto the page or dropped on a zone.',
  formHtml: (action) =>
    uploadForm(
      action,
      PURPOSE_FIELD,
      DESCRIPTION_FIELD,
      FILES_FIELD,
      `<div class="paste-zone" id="pasteZone" tabindex="0" role="region" aria-label="Paste files">
  or paste files here</div>`,
      FILE_STATES,
      SUBMIT_ROW,
    ),
  scripts: ['paste-zone-page.js'],
} as const satisfies UploadPageVariant;
