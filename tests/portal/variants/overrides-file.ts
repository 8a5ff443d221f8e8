import { LOADS_ON_CHOICE, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const overridesFile = {
  ...LOADS_ON_CHOICE,
  id: 'overrides-file',
  title: 'Overrides File',
  purpose: 'A script on the page has replaced File.',
  formHtml: usualForm,
  earlyScripts: ['early/overrides-file.js'],
} as const satisfies UploadPageVariant;
