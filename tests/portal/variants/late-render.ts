import { LOADS_ON_CHOICE, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const lateRender = {
  ...LOADS_ON_CHOICE,
  id: 'late-render',
  title: 'Late render',
  purpose: 'The form appears five seconds after the page.',
  formHtml: (action) => `<p>One moment.</p><template id="late">${usualForm(action)}</template>`,
  scripts: ['late-page.js'],
} as const satisfies UploadPageVariant;
