import { LOADS_ON_CHOICE, NOTHING_THERE, secondCopy, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const twoForms = {
  ...LOADS_ON_CHOICE,
  id: 'two-forms',
  title: 'Two forms',
  purpose: 'Two forms are the same, and nothing says which one is right.',
  formHtml: (action) => `
<h2>Upload</h2>${usualForm(action)}
<h2>Upload</h2>${secondCopy(usualForm(action), 'Second')}`,
  expects: NOTHING_THERE,
  shouldNot: ['', 'Second'].flatMap((suffix) =>
    ['purpose', 'description', 'files'].map((control) => ({
      selector: `#${control}${suffix}`,
      why: 'It may be the wrong one.',
    })),
  ),
} as const satisfies UploadPageVariant;
