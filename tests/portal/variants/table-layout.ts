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

const ROWS = [
  ['File Purpose:', PURPOSE_SELECT],
  ['File Description:', DESCRIPTION_INPUT],
  ['Choose files', FILE_INPUT + FILE_STATES],
] as const;

function tableRow([words, control]: (typeof ROWS)[number]): string {
  return `<tr><td class="upload-table__words">${words}</td><td>*</td><td>${control}</td></tr>`;
}

export const tableLayout = {
  ...LOADS_ON_CHOICE,
  id: 'table-layout',
  title: 'Table layout',
  purpose: 'Words and controls are table cells with another cell between them.',
  formHtml: (action) =>
    uploadForm(
      action,
      `<table class="upload-table">${ROWS.map(tableRow).join('')}</table>`,
      SUBMIT_ROW,
    ),
} as const satisfies UploadPageVariant;
