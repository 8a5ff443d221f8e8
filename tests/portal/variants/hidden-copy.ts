import { LOADS_ON_CHOICE, secondCopy, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const hiddenCopy = {
  ...LOADS_ON_CHOICE,
  id: 'hidden-copy',
  title: 'Hidden copy',
  purpose: 'A copy of the form for small screens comes first and is not displayed.',
  formHtml: (action) => `
<div class="mobile-only">${secondCopy(usualForm(action), 'Mobile')}</div>
${usualForm(action)}`,
  shouldNot: ['purpose', 'description', 'files', 'submit'].map((name) => ({
    selector: `#${name}Mobile`,
    why: 'Nobody sees it.',
  })),
} as const satisfies UploadPageVariant;
