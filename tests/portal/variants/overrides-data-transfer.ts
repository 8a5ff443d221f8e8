import { LOADS_ON_CHOICE, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const overridesDataTransfer = {
  ...LOADS_ON_CHOICE,
  id: 'overrides-data-transfer',
  title: 'Overrides DataTransfer',
  purpose: 'A script on the page has replaced DataTransfer.',
  formHtml: usualForm,
  earlyScripts: ['early/overrides-data-transfer.js'],
} as const satisfies UploadPageVariant;
