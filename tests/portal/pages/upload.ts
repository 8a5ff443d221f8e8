import type { PageBehaviour } from '../behaviours.ts';
import { escapeHtml } from '../escape-html.ts';
import type { PageLayout, UploadPageVariant } from '../variants/upload-page-variant.ts';
import { bareLayout, siteLayout } from './site-layout.ts';

/** The address of this kind of page, and of its submissions. */
export function uploadPath(variant: UploadPageVariant, behaviour: PageBehaviour): string {
  return `/CalPass/Upload?variant=${variant.id}&behaviour=${behaviour.id}`;
}

/** @param query the query of the page's address, which a framed form gets too */
export function uploadPage(
  variant: UploadPageVariant,
  behaviour: PageBehaviour,
  query: string,
): string {
  const layOut = LAYOUTS[variant.layout ?? 'guide first'];
  const make = { title: 'Upload Data', greeting: 'Welcome back!' };
  if (variant.frame) {
    const source = escapeHtml(`/CalPass/Upload/Frame${query}`);
    const frame = `<iframe class="upload-frame" id="uploadFrame" title="Upload" src="${source}"></iframe>`;
    return siteLayout({ ...make, main: layOut(frame) });
  }
  const form = variant.formHtml(escapeHtml(uploadPath(variant, behaviour)));
  return siteLayout({ ...make, ...partsOf(variant, behaviour), main: layOut(form) });
}

/** The document inside the iframe, if the variant has one. */
export function framedForm(variant: UploadPageVariant, behaviour: PageBehaviour): string {
  const form = variant.formHtml(escapeHtml(uploadPath(variant, behaviour)));
  return bareLayout({
    title: 'Upload',
    main: `<div id="uploadRegion" aria-live="polite">${form}</div>`,
    ...partsOf(variant, behaviour),
  });
}

function partsOf(
  { styles, scripts, earlyScripts = [] }: UploadPageVariant,
  { script }: PageBehaviour,
) {
  return { styles, earlyScripts, scripts: [...(script ? [script] : []), ...scripts] };
}

/** The document after a post-back or a redirect, with the thank-you text instead of the form. */
export function confirmationPage(variant: UploadPageVariant, behaviour: PageBehaviour): string {
  const picture = `<img alt="" src="/CalPass/Content/slow.svg?behaviour=${behaviour.id}">`;
  return siteLayout({
    title: 'Upload Data',
    greeting: 'Welcome back!',
    main:
      surroundings(confirmationHtml(variant, behaviour)) +
      (behaviour.thanksLoadForMs ? picture : ''),
  });
}

/** Only the thank-you text, for pages whose script inserts it. */
export function confirmationHtml(variant: UploadPageVariant, behaviour: PageBehaviour): string {
  const again = escapeHtml(uploadPath(variant, behaviour));
  return (variant.thanksHtml ?? usualThanks)(again);
}

function usualThanks(again: string): string {
  return [
    '<p class="confirmation">Thank you for uploading your file(s)!',
    'You should receive a confirmation email shortly.',
    `Please <a href="${again}">click here</a> if you'd like to make another upload.</p>`,
  ].join(' ');
}

const GUIDE = `
  <div class="upload-guide">
    <h2>Instructions:</h2>
    <ol class="instructions">
      <li>Select a File Purpose</li>
      <li>Click the "Choose files" button and select the files from your computer that you would
        like to upload.</li>
      <li>In the File Description box, please provide a brief description of the files you are
        uploading</li>
      <li>Click the blue "CLICK TO SUBMIT" button after files have loaded and wait for a
        confirmation message on the page.</li>
      <li>If your files are submitted successfully, you'll receive a confirmation email.</li>
    </ol>
    <p>If you did not receive an email, contact the
      <a href="/CalPass/Help">Cal-PASS Plus Helpdesk</a>.</p>
    <h2>Questions?</h2>
    <p>See the <a href="#faqs">FAQs</a> at the bottom of this page or
      <a href="/CalPass/Help">view the FAQs in PDF</a>.</p>
    <h2>How to Upload</h2>
    <p><a href="/CalPass/Help">K12 Data Submission Documentation</a></p>
    <h2>Resources</h2>
    <p><a href="/CalPass/MemberList">Member List</a></p>
  </div>`;

const FAQS = `
<section class="faqs" id="faqs">
  <h2>FAQs</h2>
  <h3>My submission failed. What should I check?</h3>
  <p>Make sure the file is saved as a .txt file, that it has data, and that it is labeled correctly:
    SENR 2022-23 or 2022-23 SENR (please do not add additional characters).</p>
  <h3>What if my file is large?</h3>
  <p>If your file is over 30 MB, please zip it in a compressed file or split it into multiple files
    (10,000KB) and re-submit.</p>
  <h3>How do I know that my files arrived?</h3>
  <p>The <a href="/CalPass/MemberList">Member List</a> shows the row counts for files successfully
    uploaded to the Cal-PASS Plus database.</p>
</section>`;

const LAYOUTS: Readonly<Record<PageLayout, (uploadRegion: string) => string>> = {
  'guide first': surroundings,
  'guide last': (uploadRegion) => `
<h1>Upload Data</h1>
${regionOf(uploadRegion)}
${FAQS}
${GUIDE}`,
  'in a template': (uploadRegion) => `
<div id="view">
  <h1>Your Data</h1>
  <p><a class="button" href="#upload" data-view="uploadView">Upload data</a></p>
</div>
<template id="uploadView">
  <p><a href="#overview" data-view="overview">Back to your data</a></p>
  ${surroundings(uploadRegion)}
</template>`,
};

/** The instructions stay on the page in every state, even on the confirmation. */
function surroundings(uploadRegion: string): string {
  return `
<h1>Upload Data</h1>
<div class="upload-columns">
  ${GUIDE}
  ${regionOf(uploadRegion)}
</div>
${FAQS}`;
}

function regionOf(html: string): string {
  return `<div class="upload-region" id="uploadRegion" aria-live="polite">${html}</div>`;
}
