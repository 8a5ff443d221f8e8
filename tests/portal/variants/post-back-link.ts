import { aspnet } from './aspnet.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

const BUTTON = /<input type="submit"[^>]*>/;
const LINK = `<a id="ctl00_MainContent_lbSubmit" class="button button--primary"
          href="javascript:__doPostBack('ctl00$MainContent$lbSubmit','')">CLICK TO SUBMIT</a>`;

export const postBackLink = {
  ...aspnet,
  id: 'post-back-link',
  title: 'Post-back link',
  purpose: 'The form is submitted by a link whose address is a script.',
  // A function, because `$` has a meaning in a replacement string.
  formHtml: (action) => aspnet.formHtml(action).replace(BUTTON, () => LINK),
  scripts: ['post-back-link.js'],
  controls: { ...aspnet.controls, submit: { selector: '#ctl00_MainContent_lbSubmit' } },
} as const satisfies UploadPageVariant;
