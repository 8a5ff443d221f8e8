import { LOADS_ON_CHOICE, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const guardedDescription = {
  ...LOADS_ON_CHOICE,
  id: 'guarded-description',
  title: 'Guarded description',
  purpose:
    "A framework owns the description: it undoes a value that is set without the browser's own setter and an input event.",
  formHtml: usualForm,
  scripts: ['upload-page.js', 'guarded-description.js'],
} as const satisfies UploadPageVariant;
