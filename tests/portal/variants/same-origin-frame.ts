import { LOADS_ON_CHOICE, usualControlsWithin, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const sameOriginFrame = {
  ...LOADS_ON_CHOICE,
  id: 'same-origin-frame',
  title: 'Same-origin iframe',
  purpose: 'The form and the thank-you text are in an iframe with the same origin.',
  formHtml: usualForm,
  frame: '#uploadFrame',
  controls: usualControlsWithin('#uploadFrame'),
} as const satisfies UploadPageVariant;
