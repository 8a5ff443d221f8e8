import { field, LOADS_ON_CHOICE, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const twoFileInputs = {
  ...LOADS_ON_CHOICE,
  id: 'two-file-inputs',
  title: 'Two file inputs',
  purpose: 'A second and a third file input are for something else.',
  formHtml: (action) => `
${field('picture', 'Profile picture', '<input type="file" id="picture" accept="image/*">')}
${usualForm(action)}
<form class="narrow-form" id="helpForm">
  <h2>Need help?</h2>
  ${field('message', 'Message', '<input type="text" id="message">')}
  ${field('attachment', 'Attach files to your message', '<input type="file" id="attachment" multiple>')}
  <button type="button" class="button">Send message</button>
</form>`,
  shouldNot: [
    { selector: '#picture', why: 'A profile picture is not a data file.' },
    { selector: '#attachment', why: "A message's attachment goes to the help desk." },
    { selector: '#message', why: 'A message is not a description of files.' },
  ],
} as const satisfies UploadPageVariant;
