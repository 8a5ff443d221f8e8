import {
  DESCRIPTION_INPUT,
  FILE_INPUT,
  FILE_STATES,
  LOADS_ON_CHOICE,
  PURPOSE_SELECT,
  SUBMIT_ROW,
  uploadForm,
} from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

function withWords(control: string, words: string): string {
  return control.replace(' id=', ` aria-labelledby="${words}Words" id=`);
}

export const labelledBy = {
  ...LOADS_ON_CHOICE,
  id: 'labelled-by',
  title: 'Labelled by reference',
  purpose: 'The words are at the top; only aria-labelledby links them to the controls.',
  formHtml: (action) =>
    uploadForm(
      action,
      `<p>
  <b id="purposeWords">File Purpose:</b> <b id="descriptionWords">File Description:</b>
  <b id="filesWords">Choose files</b>
</p>`,
      `<div class="field">${withWords(DESCRIPTION_INPUT, 'description')}</div>`,
      `<div class="field">${withWords(FILE_INPUT, 'files')}</div>`,
      `<div class="field">${withWords(PURPOSE_SELECT, 'purpose')}</div>`,
      FILE_STATES,
      SUBMIT_ROW,
    ),
} as const satisfies UploadPageVariant;
