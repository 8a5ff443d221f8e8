import { LOADS_ON_CHOICE, usualControlsWithin, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const shadowDom = {
  ...LOADS_ON_CHOICE,
  id: 'shadow-dom',
  title: 'Open shadow root',
  purpose: 'The form and the thank-you text are in the open shadow root of a custom element.',
  formHtml: (action) => `
<upload-area><template shadowrootmode="open">
  <link rel="stylesheet" href="/CalPass/Content/site.css">
  ${usualForm(action)}
</template></upload-area>`,
  scripts: ['shadow-page.js'],
  controls: usualControlsWithin('upload-area'),
} as const satisfies UploadPageVariant;
