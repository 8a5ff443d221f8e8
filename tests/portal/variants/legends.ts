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

function fieldset(words: string, control: string): string {
  return `<fieldset class="field"><legend>${words}</legend>${control}</fieldset>`;
}

export const legends = {
  ...LOADS_ON_CHOICE,
  id: 'legends',
  title: 'Fieldset legends',
  purpose: 'Each control is alone in a fieldset whose legend is its only label.',
  formHtml: (action) =>
    uploadForm(
      action,
      fieldset('File Purpose:', PURPOSE_SELECT),
      fieldset('File Description:', DESCRIPTION_INPUT),
      fieldset('Choose files', FILE_INPUT),
      FILE_STATES,
      SUBMIT_ROW,
    ),
} as const satisfies UploadPageVariant;
