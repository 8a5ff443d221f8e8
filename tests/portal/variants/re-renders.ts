import { LOADS_ON_CHOICE, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const reRenders = {
  ...LOADS_ON_CHOICE,
  id: 're-renders',
  title: 'Re-rendered on every key',
  purpose:
    'Each key press rebuilds the form, so elements found before are no longer in the document.',
  formHtml: (action) => `<div id="root" data-action="${action}">${usualForm(action)}</div>`,
  scripts: ['re-renders-page.js'],
} as const satisfies UploadPageVariant;
