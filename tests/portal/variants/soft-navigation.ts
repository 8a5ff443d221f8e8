import { LOADS_ON_CHOICE, NOTHING_THERE, ON, USUAL_STEPS, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const softNavigation = {
  ...LOADS_ON_CHOICE,
  id: 'soft-navigation',
  title: 'Soft navigation',
  purpose: 'The page becomes the upload page, and another one again, without a new document.',
  formHtml: usualForm,
  layout: 'in a template',
  scripts: ['soft-navigation.js'],
  byHand: [{ do: { selector: '[data-view=uploadView]' }, leadsTo: ON }, ...USUAL_STEPS],
  expects: NOTHING_THERE,
  leave: { selector: '[data-view=overview]' },
} as const satisfies UploadPageVariant;
