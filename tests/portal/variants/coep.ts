import { LOADS_ON_CHOICE, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const coep = {
  ...LOADS_ON_CHOICE,
  id: 'coep',
  title: 'Cross-origin isolation',
  purpose: 'COEP and COOP headers block every frame that does not agree to be embedded.',
  formHtml: usualForm,
  headers: {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
  },
} as const satisfies UploadPageVariant;
