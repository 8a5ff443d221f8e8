// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { findPage } from '../../../lib/upload-page/find-controls.ts';
import { layOut } from './layout.ts';

layOut();

// happy-dom does not know that the attribute `hidden` hides; that case is tested in real browsers.

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
  it('is on when all four controls are there, with labels that point at them', () => {
    const { state, missing, found } = look(page(PURPOSE, DESCRIPTION, FILES, SUBMIT));
    expect(state).toBe('on');
    expect(missing).toEqual([]);
    expect(found).toEqual(ALL);
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

  it('is on when nothing but placeholder, options and the words of the form tell', () => {
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

  it('is on whatever the letter case and the blanks of its words', () => {
    const html = page(
      '<label for="p">  FILE\u00A0 PURPOSE : * </label>',
      '<select id="p" class="purpose"><option>SELECT A PURPOSE</option><option>calpads</option></select>',
      DESCRIPTION.replace('File Description', 'file\n  description'),
      FILES.replace('Choose files', 'CHOOSE FILES'),
      SUBMIT.replace('CLICK TO SUBMIT', 'Click to Submit'),
    );
    expect(look(html)).toMatchObject({ state: 'on', found: ALL });
  });

  it('is on with a link for a button', () => {
    const link = '<a role="button" class="submit" href="#">CLICK TO SUBMIT</a>';
    expect(look(page(PURPOSE, DESCRIPTION, FILES, link)).found).toEqual(ALL);
  });

  it('is on though a widget hides the file input itself', () => {
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

  it('that has a twin is too close to call: neither is touched', () => {
    const twin = DESCRIPTION.replaceAll('"d"', '"d2"').replace(
      'class="description"',
      'class="twin"',
    );
    expect(look(page(...others, DESCRIPTION, twin)).missing).toEqual(['description']);
  });

  it('that is labelled goes before one that only has the placeholder', () => {
    const other = '<input type="text" class="other" placeholder="e.g. SENR 2022-23">';
    const { found } = look(page(...others, other, DESCRIPTION));
    expect(found.description).toBe('description');
  });

  it('is not a select of something else', () => {
    const filter =
      '<label>Sort by <select><option>Name</option><option>Date</option></select></label>';
    expect(look(page(filter, PURPOSE, DESCRIPTION, FILES, SUBMIT))).toMatchObject({ found: ALL });
  });

  it('is not the search box of the site', () => {
    const search = '<label>Search <input type="text" placeholder="Search"></label>';
    expect(look(search + page(PURPOSE, DESCRIPTION, FILES, SUBMIT))).toMatchObject({ found: ALL });
  });

  it('is not a button that says something more', () => {
    const button = '<button>CLICK TO SUBMIT a ticket</button>';
    expect(look(page(PURPOSE, DESCRIPTION, FILES, button)).missing).toEqual(['submit']);
  });
});

describe('should not take for the upload page', () => {
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
      'a form with nothing but the description to know it by',
      '<form><input placeholder="e.g. SENR 2022-23"><input type="file"></form>',
    ],
    ['files and the button alone', page(FILES, SUBMIT)],
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
