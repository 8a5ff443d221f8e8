import { LOADS_ON_CHOICE, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const overridesAttachShadow = {
  ...LOADS_ON_CHOICE,
  id: 'overrides-attach-shadow',
  title: 'Overrides Element.prototype.attachShadow',
  purpose: 'A script on the page has replaced Element.prototype.attachShadow.',
  formHtml: usualForm,
  earlyScripts: ['early/overrides-attach-shadow.js'],
} as const satisfies UploadPageVariant;
