import { LOADS_ON_CHOICE, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const overridesEvent = {
  ...LOADS_ON_CHOICE,
  id: 'overrides-event',
  title: 'Overrides Event',
  purpose: 'A script on the page has replaced Event.',
  formHtml: usualForm,
  earlyScripts: ['early/overrides-event.js'],
} as const satisfies UploadPageVariant;
