import { LOADS_ON_CHOICE, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const stopsPropagation = {
  ...LOADS_ON_CHOICE,
  id: 'stops-propagation',
  title: 'Stopped events',
  purpose: 'The page stops input, change and drop at the window, before any of its own listeners.',
  formHtml: usualForm,
  earlyScripts: ['early/stops-propagation.js'],
  scripts: ['stops-propagation-page.js'],
} as const satisfies UploadPageVariant;
