import { LOADS_ON_CHOICE, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const otherThanks = {
  ...LOADS_ON_CHOICE,
  id: 'other-thanks',
  title: 'Thanks in other words',
  purpose: 'The thank-you text is worded a little differently, and news thank for last year.',
  formHtml: (action) => `
<aside class="news" id="news">
  <h2>News</h2>
  <p>Thank you for uploading your files last year!</p>
</aside>
${usualForm(action)}`,
  thanksHtml: (again) => `
<div class="confirmation">
  <p>Done<br> Thank you for uploading your files to Cal-PASS Plus.</p>
  <p>You will receive a confirmation e-mail soon.</p>
  <p><a href="${again}">Make another upload</a></p>
</div>`,
  shouldNot: [{ selector: '#news', why: "It thanks for another year's uploads." }],
} as const satisfies UploadPageVariant;
