// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { findPage } from '../../../lib/upload-page/find-controls.ts';
import { layOut } from './layout.ts';

layOut();

// happy-dom does not know that the attribute `hidden` hides. That case is tested in real browsers.

const OPTIONS = '<option>Select purpose</option><option>CALPADS</option><option>Other</option>';
const LEGEND = '<p>Ready to Submit · Loading in Progress · Issue with File</p>';
const PURPOSE = `<label for="p">File Purpose:</label><select id="p" class="purpose">${OPTIONS}</select>`;
const DESCRIPTION =
  '<label for="d">File Description:</label>' +
  '<input type="text" id="d" class="description" placeholder="e.g. SENR 2022-23">';
const FILES =
  '<label for="f">Choose files</label><input type="file" id="f" class="files" multiple>';
const SUBMIT = '<button type="button" class="submit">CLICK TO SUBMIT</button>';
const PROSE = `<h1>Upload</h1><ol>
  <li>1. Select a File Purpose</li>
  <li>2. Click the "Choose files" button and select the files you want to upload.</li>
  <li>3. In the File Description box, type the description.</li>
  <li>4. Click the blue "CLICK TO SUBMIT" button after files have loaded.</li></ol>`;

const ALL = { purpose: 'purpose', description: 'description', files: 'files', submit: 'submit' };

function look(html: string) {
  document.body.innerHTML = html;
  const {
    report: { state, missing },
    controls,
  } = findPage(document);
  const found = Object.entries(controls).map(([name, element]) => [name, element.className]);
  return { state, missing, found: Object.fromEntries(found) as Partial<typeof ALL> };
}

const page = (...parts: readonly string[]) => `${PROSE}<form>${parts.join('')}${LEGEND}</form>`;

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('the upload page', () => {
  it('is on with all four controls and their labels', () => {
    const { state, missing, found } = look(page(PURPOSE, DESCRIPTION, FILES, SUBMIT));
    expect(state).toBe('on');
    expect(missing).toEqual([]);
    expect(found).toEqual(ALL);
  });

  it('knows the button of a widget that keeps its input at the end of the page', () => {
    const html = page(PURPOSE, DESCRIPTION, '<button type="button">Choose files</button>', SUBMIT);
    look(`${html}<input type="file" class="files" multiple>`);
    expect(findPage(document).filesButton?.textContent).toBe('Choose files');
    look(page(PURPOSE, DESCRIPTION, FILES, SUBMIT));
    expect(findPage(document).filesButton).toBeUndefined();
  });

  it('is on with labels around the controls', () => {
    const html = page(
      `<label>File Purpose: <select class="purpose">${OPTIONS}</select></label>`,
      '<label>File Description: <input type="text" class="description"></label>',
      '<label>Choose files <input type="file" class="files"></label>',
      SUBMIT,
    );
    expect(look(html)).toMatchObject({ state: 'on', found: ALL });
  });

  it('is on in a table, with the words in the cell to the left', () => {
    const row = (words: string, control: string) => `<tr><td>${words}</td><td>${control}</td></tr>`;
    const html = `<form><table>
      ${row('File Purpose:', `<select class="purpose"><option>CALPADS</option></select>`)}
      ${row('File Description:', '<input class="description">')}
      ${row('Choose files', '<input type="file" class="files">')}
      ${row('', '<input type="submit" class="submit" value="CLICK TO SUBMIT">')}
    </table></form>`;
    expect(look(html)).toMatchObject({ state: 'on', found: ALL });
  });

  it('is on with the words in the element right before each control', () => {
    const html = page(
      `<span>File Purpose:</span><select class="purpose">${OPTIONS}</select>`,
      '<br><span>File Description:</span><textarea class="description"></textarea>',
      '<br><span>Choose files</span><input type="file" class="files">',
      SUBMIT,
    );
    expect(look(html)).toMatchObject({ state: 'on', found: ALL });
  });

  it('is on with only a placeholder, options and the words of the form', () => {
    const html = page(
      `<select class="purpose">${OPTIONS}</select>`,
      '<input type="text" class="description" placeholder="e.g. SENR 2022-23">',
      '<input type="file" class="files"><span role="button">Choose files</span>',
      SUBMIT,
    );
    expect(look(html)).toMatchObject({ state: 'on', found: ALL });
  });

  it('is on with aria-label and aria-labelledby', () => {
    const html = page(
      `<select class="purpose" aria-label="File Purpose">${OPTIONS}</select>`,
      '<b id="t">File Description:</b><p></p><input class="description" aria-labelledby="t">',
      FILES,
      SUBMIT,
    );
    expect(look(html)).toMatchObject({ state: 'on', found: ALL });
  });

  it('is on in any letter case and with any blanks', () => {
    const html = page(
      '<label for="p">  FILE\u00A0 PURPOSE : * </label>',
      '<select id="p" class="purpose"><option>SELECT A PURPOSE</option><option>calpads</option></select>',
      DESCRIPTION.replace('File Description', 'file\n  description'),
      FILES.replace('Choose files', 'CHOOSE FILES'),
      SUBMIT.replace('CLICK TO SUBMIT', 'Click to Submit'),
    );
    expect(look(html)).toMatchObject({ state: 'on', found: ALL });
  });

  it('is on with a link as a button', () => {
    const link = '<a role="button" class="submit" href="#">CLICK TO SUBMIT</a>';
    expect(look(page(PURPOSE, DESCRIPTION, FILES, link)).found).toEqual(ALL);
  });

  it('is on even if a widget hides the file input', () => {
    const hidden = FILES.replace('type="file"', 'type="file" style="display: none"');
    expect(look(page(PURPOSE, DESCRIPTION, hidden, SUBMIT))).toMatchObject({ state: 'on' });
  });

  it.each([
    ['purpose', [DESCRIPTION, FILES, SUBMIT]],
    ['description', [PURPOSE, FILES, SUBMIT]],
    ['submit', [PURPOSE, DESCRIPTION, FILES]],
  ])('is partly on without its %s', (name, parts) => {
    const { state, missing } = look(page(...parts));
    expect(state).toBe('partly on');
    expect(missing).toEqual([name]);
  });
});

describe('a control', () => {
  const others = [PURPOSE, FILES, SUBMIT];

  it.each([
    ['disabled', DESCRIPTION.replace('id="d"', 'id="d" disabled')],
    ['read only', DESCRIPTION.replace('id="d"', 'id="d" readonly')],
    ['not displayed', DESCRIPTION.replace('id="d"', 'id="d" style="display: none"')],
    ['invisible', DESCRIPTION.replace('id="d"', 'id="d" style="visibility: hidden"')],
    ['a password', DESCRIPTION.replace('type="text"', 'type="password"')],
    ['a hidden input', DESCRIPTION.replace('type="text"', 'type="hidden"')],
    ['a check box', DESCRIPTION.replace('type="text"', 'type="checkbox"')],
  ])('that is %s is not touched', (_what, description) => {
    const { missing } = look(page(...others, description));
    expect(missing).toEqual(['description']);
  });

  it('with a twin is too close to call, and neither is touched', () => {
    const twin = DESCRIPTION.replaceAll('"d"', '"d2"').replace(
      'class="description"',
      'class="twin"',
    );
    expect(look(page(...others, DESCRIPTION, twin)).missing).toEqual(['description']);
  });

  it('with a label wins over one with only the placeholder', () => {
    const other = '<input type="text" class="other" placeholder="e.g. SENR 2022-23">';
    const { found } = look(page(...others, other, DESCRIPTION));
    expect(found.description).toBe('description');
  });

  it('is not a select for something else', () => {
    const filter =
      '<label>Sort by <select><option>Name</option><option>Date</option></select></label>';
    expect(look(page(filter, PURPOSE, DESCRIPTION, FILES, SUBMIT))).toMatchObject({ found: ALL });
  });

  it('is not the search box of the site', () => {
    const search = '<label>Search <input type="text" placeholder="Search"></label>';
    expect(look(search + page(PURPOSE, DESCRIPTION, FILES, SUBMIT))).toMatchObject({ found: ALL });
  });

  it('is not a button with more words', () => {
    const button = '<button>CLICK TO SUBMIT a ticket</button>';
    expect(look(page(PURPOSE, DESCRIPTION, FILES, button)).missing).toEqual(['submit']);
  });
});

describe('the upload page is not', () => {
  it.each([
    ['an empty page', ''],
    [
      'the help page, which has all the words as prose',
      `${PROSE}<p>File Purpose: CALPADS</p>${LEGEND}`,
    ],
    [
      'the help page with its search box',
      `${PROSE}<form><input type="text" placeholder="Search"><button>Go</button></form>`,
    ],
    [
      'a profile with a picture to choose',
      '<form><label>Name <input></label><label>Choose file <input type="file"></label>' +
        '<button>Save</button></form>',
    ],
    ['a form with a purpose and a description and no files', page(PURPOSE, DESCRIPTION, SUBMIT)],
    ['a lone file input with a legend', `<form>${FILES}${LEGEND}</form>`],
    [
      'a form with only the description to recognize it',
      '<form><input placeholder="e.g. SENR 2022-23"><input type="file"></form>',
    ],
    ['only files and the button', page(FILES, SUBMIT)],
    [
      'a list with a filter for CALPADS',
      `<form><select>${OPTIONS}</select><input placeholder="District"></form>`,
    ],
    [
      'two forms to choose from',
      page(PURPOSE, DESCRIPTION, FILES, SUBMIT) + page(PURPOSE, DESCRIPTION, FILES, SUBMIT),
    ],
  ])('%s', (_what, html) => {
    expect(look(html)).toMatchObject({ state: 'off', found: {} });
  });
});

describe('the only candidate in the form', () => {
  const BARE = '<input type="file" class="files">';
  const OTHER_FILE = '<label>Photo <input type="file" class="photo"></label>';
  const row = (cells: string) => `<table><tr>${cells}</tr></table>`;

  it('is the file input, without any words, in its own cell', () => {
    const html = page(PURPOSE, DESCRIPTION, row(`<td colspan="2">${BARE}</td>`), SUBMIT);
    expect(look(html)).toMatchObject({ state: 'on', found: ALL });
  });

  it('is the file input next to one that asks for something else', () => {
    expect(look(page(PURPOSE, BARE, DESCRIPTION, OTHER_FILE, SUBMIT)).found).toEqual(ALL);
    const picture = BARE.replace('class="files"', 'class="picture" accept="image/*"');
    expect(look(page(PURPOSE, DESCRIPTION, picture, BARE, SUBMIT)).found).toEqual(ALL);
  });

  it('is the file input outside the form if the form has none', () => {
    expect(look(page(PURPOSE, DESCRIPTION, SUBMIT) + BARE).found).toEqual(ALL);
  });

  it.each([
    ['two of them', page(PURPOSE, DESCRIPTION, BARE, BARE, SUBMIT)],
    ['one that asks for something else', page(PURPOSE, DESCRIPTION, OTHER_FILE, SUBMIT)],
    ['one in another form', `${page(PURPOSE, DESCRIPTION, SUBMIT)}<form>${BARE}</form>`],
  ])('is not a file input if there are: %s', (_what, html) => {
    expect(look(html).missing).toEqual(['files']);
  });

  it("is the button that sends the file input's form", () => {
    const button = '<button class="submit">Upload now</button>';
    expect(look(page(PURPOSE, DESCRIPTION, FILES, button)).found).toEqual(ALL);
    expect(look(page(PURPOSE, DESCRIPTION, BARE, button)).found).toEqual(ALL);
  });

  it.each([
    [
      'two of them',
      page(PURPOSE, DESCRIPTION, FILES, '<button>Upload</button><button>Save</button>'),
    ],
    [
      'one in another form',
      `${page(PURPOSE, DESCRIPTION, FILES)}<form><button>Send</button></form>`,
    ],
    ['one that does something else', page(PURPOSE, DESCRIPTION, FILES, '<button>Reset</button>')],
  ])('is not a button if there are: %s', (_what, html) => {
    expect(look(html).missing).toEqual(['submit']);
  });

  it('never turns a page into the upload page', () => {
    const html = `<form><input placeholder="e.g. SENR 2022-23">${BARE}<button>Upload</button></form>`;
    expect(look(html)).toMatchObject({ state: 'off', found: {} });
  });
});

describe('the submit button', () => {
  it.each([
    [
      'a post-back link',
      '<a class="submit" href="javascript:__doPostBack(\'a\',\'\')">CLICK TO SUBMIT</a>',
    ],
    ['a link without an address', '<a class="submit">CLICK TO SUBMIT</a>'],
    ['followed by an arrow', '<button class="submit">CLICK\u00A0TO SUBMIT&nbsp;»</button>'],
    [
      'next to an icon',
      '<button class="submit"><i aria-hidden="true">send</i>CLICK TO SUBMIT →</button>',
    ],
    ['in Spanish', '<button class="submit">HAGA CLIC PARA ENVIAR</button>'],
  ])('may be %s', (_what, html) => {
    expect(look(page(PURPOSE, DESCRIPTION, FILES, html)).found).toEqual(ALL);
  });

  it('is not a link to another page', () => {
    const link = '<a class="submit" href="/submit">CLICK TO SUBMIT</a>';
    expect(look(page(PURPOSE, DESCRIPTION, FILES, link)).missing).toEqual(['submit']);
  });
});

describe('File Purpose', () => {
  const LABEL = '<span>File Purpose:</span>';

  it.each([
    [
      'a read-only input',
      `${LABEL}<div><input readonly class="purpose" value="Select purpose"></div>`,
    ],
    [
      'an input deep in its box, which shows nothing',
      `<div>${LABEL}<p><b><i><u><input readonly role="combobox" class="purpose"></u></i></b></p></div>`,
    ],
    [
      'a hidden input whose box shows it',
      `${LABEL}<div><p><input readonly class="purpose" style="width: 0"></p><span>Select purpose</span></div>`,
    ],
    [
      'a hidden select with a box next to it',
      `${LABEL}<select class="purpose" style="display: none">${OPTIONS}</select><div>Select purpose</div>`,
    ],
    [
      'a button with a menu',
      `${LABEL}<button type="button" class="purpose" data-bs-toggle="dropdown">Select purpose</button>`,
    ],
    [
      'radio buttons',
      '<fieldset class="purpose"><legend>File Purpose</legend><label><input type="radio">CALPADS</label></fieldset>',
    ],
  ])('may be %s', (_what, html) => {
    expect(look(page(html, DESCRIPTION, FILES, SUBMIT)).found).toEqual(ALL);
  });

  it.each([
    ['a hidden select without a box', `<select style="display: none">${OPTIONS}</select>`],
    ['a read-only field of something else', '<label>Round <input readonly value="1"></label>'],
    ['a disabled dropdown', `${LABEL}<input readonly disabled value="Select purpose">`],
    [
      'radio buttons of something else',
      '<fieldset><input type="radio" aria-label="Yes"></fieldset>',
    ],
  ])('is not %s', (_what, html) => {
    expect(look(page(html, DESCRIPTION, FILES, SUBMIT)).missing).toEqual(['purpose']);
  });
});

describe('a page that the browser translates', () => {
  const THANKS =
    '<p class="thanks">Thank you for uploading your file(s)! You should receive a confirmation email.</p>';

  /** Replaces every word with another one, in `font` elements. */
  function translate(): void {
    document.documentElement.lang = 'xx';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const font = document.createElement('font');
      font.textContent = text.data.replace(/[a-z]/gi, 'x');
      text.replaceWith(font);
    }
    for (const input of document.querySelectorAll('input')) input.placeholder = 'xxx';
  }

  beforeEach(() => {
    document.documentElement.lang = 'en';
    document.body.innerHTML = page(PURPOSE, DESCRIPTION, FILES, SUBMIT) + THANKS;
  });

  it('keeps the known controls and thanks, look after look', () => {
    const before = findPage(document);
    translate();
    const after = findPage(document, { last: before });
    expect(after.report.state).toBe('on');
    expect(after.controls).toEqual(before.controls);
    expect(after.signs.confirmation).toBe(before.signs.confirmation);
    expect(after.signs.confirmation?.className).toBe('thanks');
    expect(findPage(document, { last: after }).controls).toEqual(before.controls);
  });

  it('is not recognized by unknown words if it was never seen before', () => {
    translate();
    expect(findPage(document).report.state).toBe('off');
  });

  it('loses controls that go away', () => {
    const before = findPage(document);
    translate();
    document.querySelector('.description')?.remove();
    document.querySelector('.thanks')?.remove();
    const after = findPage(document, { last: before });
    expect(after.report.missing).toEqual(['description']);
    expect(after.signs.confirmation).toBeUndefined();
  });

  it('keeps nothing if only the words change, and not the language', () => {
    const before = findPage(document);
    translate();
    document.documentElement.lang = 'en';
    expect(findPage(document, { last: before }).controls).toEqual({});
  });
});
