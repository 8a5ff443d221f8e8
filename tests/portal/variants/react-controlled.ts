import { escapeHtml } from '../escape-html.ts';
import { FILE_PURPOSES } from '../file-purposes.ts';
import { LOADS_ON_CHOICE } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const reactControlled = {
  ...LOADS_ON_CHOICE,
  id: 'react-controlled',
  title: 'React-controlled form',
  purpose:
    'React holds every value and puts back what is set past it; the input is emptied at once.',
  formHtml: (action) =>
    `<div id="root" data-action="${action}" data-purposes="${escapeHtml(JSON.stringify(FILE_PURPOSES))}"></div>`,
  scripts: ['react-page.js'],
} as const satisfies UploadPageVariant;
