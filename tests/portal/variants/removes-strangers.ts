import { LOADS_ON_CHOICE, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const removesStrangers = {
  ...LOADS_ON_CHOICE,
  id: 'removes-strangers',
  title: 'Removes strangers',
  purpose: 'The page removes every element that it did not put into the document itself.',
  formHtml: usualForm,
  scripts: ['upload-page.js', 'removes-strangers.js'],
  strangers: 'removed',
} as const satisfies UploadPageVariant;
