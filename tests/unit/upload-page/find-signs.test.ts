// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { findSigns } from '../../../lib/upload-page/find-signs.ts';
import type { SignName } from '../../../lib/upload-page/page-state.ts';
import { openRoots } from '../../../lib/upload-page/roots.ts';
import { layOut } from './layout.ts';
import { element } from './trusted.ts';

layOut();

// happy-dom has no line breaks in text. That case is tested in real browsers.

const THANKS =
  'Thank you for uploading your file(s)! You should receive a confirmation email shortly. ' +
  'Please <a href="/again" class="it">click here</a> if you\'d like to make another upload.';
const LEGEND =
  '<ul class="it"><li>Ready to Submit</li><li>Loading in Progress</li><li>Issue with File</li></ul>';
/** Longer than a message, so the words next to it are not a part of one. */
const GUIDE = `<p>${'Select a File Purpose. '.repeat(20)}</p>`;

/** The class of the found element, `none` for nothing. */
function find(name: SignName, html: string): string {
  document.body.innerHTML = html;
  const found = findSigns(openRoots(document)).signs[name];
  return found ? found.className || found.localName : 'none';
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe("the page's confirmation", () => {
  it.each([
    ['in the words of the webinar', `<p class="it">${THANKS}</p>`],
    ['in two paragraphs', '<p class="it">Thank you for uploading your file(s)!</p><p>More.</p>'],
    [
      'in other letter case and tags',
      '<h2 class="it">THANK YOU for <b>uploading</b> your file(s)</h2>',
    ],
    ['with more blanks', '<p class="it">Thank\n  you for&nbsp;uploading your file(s) !</p>'],
    ['after a word of success', '<p class="it">Success! Thanks for uploading your files.</p>'],
    [
      'in other words, with the e-mail to come',
      '<p class="it">Thank you for uploading your SENR file. You will get a confirmation e-mail.</p>',
    ],
    [
      'in other words, with another upload to make',
      '<div><p class="it">Thanks for your upload!</p><a href="/">Make another upload</a></div>',
    ],
    ['right after another element', `<b>Done</b><p class="it">${THANKS}</p>`],
    ['in few words that are read out', '<p class="it" role="alert">Thank you for your upload!</p>'],
    ['said twice', `<p class="it">${THANKS}</p><p class="it">${THANKS}</p>`],
    [
      'next to news that thanks for last year',
      `<p>Thank you for uploading your files last year!</p>${GUIDE}<p class="it">${THANKS}</p>`,
    ],
  ])('may be %s', (_how, html) => {
    expect(find('confirmation', `<main>${html}</main>`)).toBe('it');
  });

  it('may be in an open shadow root', () => {
    document.body.innerHTML = '<section></section>';
    const root = element('section', HTMLElement).attachShadow({ mode: 'open' });
    root.innerHTML = `<p>${THANKS}</p>`;
    expect(findSigns(openRoots(document)).signs.confirmation).toBe(root.querySelector('p'));
  });

  it.each([
    ['another word of thanks', '<p>Thank you for your visit!</p>'],
    ['thanks for last year', '<h3>News</h3><p>Thank you for uploading your files last year!</p>'],
    [
      'thanks for last year in a box that is read out, with all the other words',
      '<div role="status"><p>Thanks for uploading your files last year. You will receive a ' +
        'confirmation email. You can make another upload.</p></div>',
    ],
    ['thanks in advance', '<p role="alert">Thank you for uploading your files by November 1.</p>'],
    [
      'few words of thanks, far from the other words',
      `<p>Thanks for your upload!</p>${GUIDE}<p>You will receive a confirmation email.</p>`,
    ],
    ['general thanks', '<h3>Thank you for uploading your files on time</h3>'],
    [
      'thanks for something else',
      '<h2>Thank you for submitting your MOU.</h2><p>You will receive a confirmation email.</p>',
    ],
    [
      'the instructions',
      '<ol><li>Click the blue "CLICK TO SUBMIT" button after files have loaded and wait for a ' +
        "confirmation message on the page.</li><li>If your files are submitted successfully, you'll " +
        'receive a confirmation email.</li></ol><p>Thank you.</p>',
    ],
    [
      'a sentence about it',
      '<p>When the page says "Thank you for uploading your file(s)! You should receive a ' +
        'confirmation email shortly", you are done.</p>',
    ],
    ['hidden text', `<p style="display: none">${THANKS}</p>`],
    ['text that is too small to see', `<p style="width: 1px; height: 1px">${THANKS}</p>`],
    ["the assistant's own words", `<div data-upload-assistant="banner">${THANKS}</div>`],
    ['a template', `<template><p>${THANKS}</p></template>`],
  ])('is not %s', (_what, html) => {
    expect(find('confirmation', `<main>${html}</main>`)).toBe('none');
  });
});

describe('the legend', () => {
  const ROW = '<li>SENR 2022-23.txt 4 KB <span>Ready to Submit</span></li>';

  it.each([
    ['as a list', LEGEND],
    ['as one line', '<p class="it">Ready to Submit · Loading in Progress · Issue with File</p>'],
    ['with marks', LEGEND.replaceAll('<li>', '<li><i></i> ')],
    ['in other letter case', LEGEND.toUpperCase().replace('CLASS="IT"', 'class="it"')],
    ['above a list of files', `${LEGEND}<ul>${ROW}${ROW}</ul>`],
    [
      'above files with different states',
      `${LEGEND}<ul>${ROW}<li>SINF.txt <b>Loading in Progress</b></li>
       <li>CRSC.zip <b>Issue with File</b></li></ul>`,
    ],
    [
      'below a sentence that explains it',
      `<p>Wait for Ready to Submit, not Loading in Progress or Issue with File.</p>${LEGEND}`,
    ],
  ])('is found %s', (_how, html) => {
    expect(find('legend', `<form>${html}</form>`)).toBe('it');
  });

  it.each([
    ['a list of files', `<ul>${ROW}${ROW}</ul>`],
    [
      'a list of files with different states',
      `<ul>${ROW}<li>SINF.txt <b>Loading in Progress</b></li><li>CRSC.zip <b>Issue with File</b></li></ul>`,
    ],
    [
      'a list of files without their types',
      `<ul><li>a <b>Ready to Submit</b></li><li>b <b>Ready to Submit</b></li>
       <li>c <b>Loading in Progress</b></li><li>d <b>Issue with File</b></li></ul>`,
    ],
    ['two of them, too close to call', LEGEND + LEGEND],
    ['a hidden one', `<div style="display: none">${LEGEND}</div>`],
    ['two of its three states', '<p>Ready to Submit · Loading in Progress</p>'],
  ])('is not %s', (_what, html) => {
    expect(find('legend', `<form>${html}</form>`)).toBe('none');
  });
});

describe('the way to another upload', () => {
  const thanks = (way: string) => `<p>Thank you for uploading your file(s)! ${way}</p>`;

  it.each([
    ['in the words of the webinar', `<p>${THANKS}</p>`],
    [
      'in its own paragraph',
      '<p>Please <a href="/" class="it">click here</a> if you’d like to make another upload.</p>',
    ],
    ['as a link with these words', '<a href="/" class="it">Make another upload</a>'],
    ['as a button', '<button class="it">Start a new upload</button>'],
    [
      'as an element that a script turned into a button',
      '<b role="button" tabindex="0" class="it">Make another upload</b>',
    ],
    ['to more files, after the thanks', thanks('<a href="/" class="it">Upload more files</a>')],
    [
      'next to help in the same sentence',
      thanks(
        'Please <a href="/" class="it">click here</a> to make another upload or read the <a href="/f">FAQs</a>.',
      ),
    ],
    [
      'next to a hidden copy',
      `<p>${THANKS}</p><p style="display: none">${THANKS.replace('it', 'copy')}</p>`,
    ],
  ])('is found %s', (_how, html) => {
    expect(find('another upload', `<main>${html}</main>`)).toBe('it');
  });

  it('is found in an open shadow root', () => {
    document.body.innerHTML = '<section></section>';
    const root = element('section', HTMLElement).attachShadow({ mode: 'open' });
    root.innerHTML = `<p>${THANKS}</p>`;
    expect(findSigns(openRoots(document)).signs['another upload']).toBe(root.querySelector('a'));
  });

  it.each([
    [
      '"click here" for something else',
      thanks('<a href="/">Click here</a> for help with another upload.'),
    ],
    [
      '"here" in another sentence',
      thanks('Reload to make another upload. Help is <a href="/help">here</a>.'),
    ],
    ['"click here" alone', '<p><a href="/">click here</a></p><p>You can make another upload.</p>'],
    [
      'one of two, too close to call',
      thanks('<a href="/">Click here</a> or <a href="/2">here</a> to make another upload.'),
    ],
    [
      'a picture that is a link in that sentence',
      thanks('Please click here if you\'d like to make <a href="/"></a> another upload.'),
    ],
    [
      'another link in a similar sentence',
      thanks('See our <a href="/help">help</a> if you\'d like to make another upload.'),
    ],
    ['help about it', '<p>See the <a href="/faq">FAQs</a> on how to make another upload.</p>'],
    ["the site's own navigation", '<nav><a href="/upload">Upload Data</a></nav>'],
    [
      'a button that adds files to the same upload',
      '<form><button>Upload another file</button></form>',
    ],
    ['a disabled button', '<button disabled>Make another upload</button>'],
    ['a link that is switched off', '<a href="/" aria-disabled="true">Make another upload</a>'],
    ['a link that is not displayed', '<a href="/" style="display: none">Make another upload</a>'],
    ['words that lead nowhere', '<b role="button">Make another upload</b>'],
  ])('is not %s', (_what, html) => {
    expect(find('another upload', `<main>${html}</main>`)).toBe('none');
  });
});

describe('the report of the signs', () => {
  it('says what was found, how surely, and by what evidence', () => {
    document.body.innerHTML = `<main><p>${THANKS}</p>${GUIDE}${LEGEND}</main>`;
    expect(findSigns(openRoots(document)).reports).toEqual([
      {
        name: 'confirmation',
        isFound: true,
        score: 10,
        evidence: ['sentence', 'message'],
        candidates: 1,
      },
      { name: 'legend', isFound: true, score: 8, evidence: ['own words', 'part'], candidates: 1 },
      {
        name: 'another upload',
        isFound: true,
        score: 7,
        evidence: ['own words', 'sentence', 'message'],
        candidates: 1,
      },
    ]);
  });

  it('counts a place once, however often it has the words', () => {
    document.body.innerHTML = '<p>Thank you for your upload. <b>Thank you!</b></p>';
    expect(findSigns(openRoots(document)).reports[0]?.candidates).toBe(1);
  });

  it('gives evidence that is not enough, without the evidence against it', () => {
    document.body.innerHTML = '<p>Thank you for uploading your files last year!</p>';
    const { signs, reports } = findSigns(openRoots(document));
    expect(signs).toEqual({});
    expect(reports[0]).toEqual({
      name: 'confirmation',
      isFound: false,
      score: -2,
      evidence: ['sentence'],
      candidates: 1,
    });
    document.body.innerHTML = '<p>Thank you when you are done.</p>';
    expect(findSigns(openRoots(document)).reports[0]?.evidence).toEqual([]);
    expect(reports[1]).toMatchObject({ isFound: false, score: 0, evidence: [], candidates: 0 });
  });
});
