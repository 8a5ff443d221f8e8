import { LOADS_ON_CHOICE, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const busyAds = {
  ...LOADS_ON_CHOICE,
  id: 'busy-ads',
  title: 'Busy advertisements',
  purpose: 'Advertisements change the document a thousand times a second.',
  formHtml: (action) =>
    `<div class="ad" data-ad></div>${usualForm(action)}<div class="ad" data-ad></div>`,
  scripts: ['upload-page.js', 'busy-ads.js'],
} as const satisfies UploadPageVariant;
