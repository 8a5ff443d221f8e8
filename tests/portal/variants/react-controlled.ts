import { escapeHtml } from '../escape-html.ts';
import { FILE_PURPOSES } from '../file-purposes.ts';
import { LOADS_ON_CHOICE } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const reactControlled = {
  ...LOADS_ON_CHOICE,
  id: 'react-controlled',
  title: 'React-controlled form',
  purpose:
    'React owns every value and reverts changes made another way; it empties the input at once.',
  formHtml: (action) =>
    `<div id="root" data-action="${action}" data-purposes="${escapeHtml(JSON.stringify(FILE_PURPOSES))}"></div>`,
  scripts: ['react-page.js'],
} as const satisfies UploadPageVariant;
