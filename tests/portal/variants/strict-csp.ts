import { LOADS_ON_CHOICE, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const strictCsp = {
  ...LOADS_ON_CHOICE,
  id: 'strict-csp',
  title: 'Strict content security policy',
  purpose: "The page's policy is as strict as possible: no inline script, frame or foreign source.",
  formHtml: usualForm,
  headers: {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  },
} as const satisfies UploadPageVariant;
