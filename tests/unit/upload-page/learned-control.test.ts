// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../lib/upload-page/collect-controls.ts';
import { collectCandidates } from '../../../lib/upload-page/collect-controls.ts';
import { CONTROLS } from '../../../lib/upload-page/controls/all-controls.ts';
import type { LearnedControl } from '../../../lib/upload-page/learned-control.ts';
import { isLearned, learn } from '../../../lib/upload-page/learned-control.ts';
import { learnedControlSchema } from '../../../lib/validation/page-schemas.ts';
import { layOut } from './layout.ts';
import { element, putFiles } from './trusted.ts';

layOut();

const AT = 1_700_000_000_000;
const FIELD = '<label for="n">Notes for the data team:</label><input type="text" id="n">';
const OTHER = '<label for="o">Name:</label><input type="text" id="o">';
const page = (...parts: readonly string[]) => `<form>${parts.join('')}</form>`;

/** The page's candidate for the description with this id. */
function candidate(html: string, id = 'n'): Candidate {
  document.body.innerHTML = html;
  const found = collectCandidates([document], CONTROLS.description);
  const one = found.find(({ element }) => element.id === id);
  if (!one) throw new Error(`No #${id} on the page`);
  return one;
}

function learned(html: string): LearnedControl {
  const known = learn('description', candidate(html), AT);
  if (!known) throw new Error('Nothing was learned');
  return known;
}

describe('a control that a person pointed at', () => {
  it('is described by its kind and the words around it', () => {
    const known = learned(page(FIELD, OTHER));
    expect(known).toMatchObject({
      control: 'description',
      kind: 'input text',
      evidence: [
        { in: 'label', words: 'notes for the data team' },
        { in: 'neighbour', words: 'notes for the data team' },
      ],
      at: AT,
    });
    expect(learnedControlSchema.parse(known)).toEqual(known);
  });

  it('is recognized with other ids and letter case, and in another place', () => {
    const known = learned(page(FIELD, OTHER));
    const moved = page(
      OTHER,
      `<p>${FIELD.replace('Notes', 'NOTES').replaceAll('"n"', '"moved"')}</p>`,
    );
    expect(isLearned(candidate(moved, 'moved'), known)).toBe(true);
  });

  it('is not the field next to it', () => {
    const known = learned(page(FIELD, OTHER));
    expect(isLearned(candidate(page(FIELD, OTHER), 'o'), known)).toBe(false);
  });

  it.each([
    ['says something else', page(FIELD.replace('Notes', 'Remarks'), OTHER)],
    ['is another kind of field', page(FIELD.replace('<input type="text"', '<textarea'), OTHER)],
    [
      'lacks one of its words',
      page(FIELD.replace('<input', '<hr>A hint <input').replace('for="n"', 'for="n"'), OTHER),
    ],
    [
      'is in a form with other fields',
      page(FIELD, OTHER, '<label>Round <select></select></label>'),
    ],
    ['is in a form with another name for a field', page(FIELD, OTHER.replace('Name', 'LEA'))],
  ])('is not recognized if it %s', (_what, html) => {
    const known = learned(page(FIELD, OTHER));
    expect(isLearned(candidate(html), known)).toBe(false);
  });

  it('is recognized if the form has more text, but no other names', () => {
    const known = learned(page(FIELD, OTHER));
    expect(isLearned(candidate(page(FIELD, OTHER, '<p>News</p>')), known)).toBe(true);
  });

  it('is not learned without words around it, because nothing would find it again', () => {
    expect(learn('description', candidate('<input type="text" id="n">'), AT)).toBeUndefined();
  });

  it.each([
    ['typed into it', FIELD.replace('id="n"', 'id="n" value="Zqx"')],
    ['typed into an editable element', '<label>Notes</label><p contenteditable id="n">Zqx</p>'],
    [
      'typed into the field before it',
      '<div><label>Title</label><p contenteditable>Zqx</p></div><div><input type="text" id="n"></div>',
    ],
    [
      'typed into the cell before it',
      '<table><tr><td>Title <b contenteditable>Zqx</b></td><td><input type="text" id="n"></td></tr></table>',
    ],
  ])('is not described by what a person has %s', (_where, html) => {
    expect(JSON.stringify(learned(page(html)))).not.toMatch(/zqx/i);
  });

  it.each([
    ['typed something', FIELD.replace('id="n"', 'id="n" value="Zqx"')],
    ['emptied it', FIELD],
  ])('is recognized after the person has %s', (_what, html) => {
    const known = learned(page(FIELD.replace('id="n"', 'id="n" value="before"')));
    expect(isLearned(candidate(page(html)), known)).toBe(true);
  });

  it('is not described by the name of a chosen file', () => {
    document.body.innerHTML = page('<label for="f">Data</label><input type="file" id="f">');
    const input = element('#f', HTMLInputElement);
    putFiles(input, new File([''], 'Zqx.txt'));
    const [files] = collectCandidates([document], CONTROLS.files);
    expect(input.value).toContain('Zqx');
    expect(files && JSON.stringify(learn('files', files, AT))).not.toMatch(/zqx/i);
  });

  it("is not described by a dropdown's choice, which may change", () => {
    document.body.innerHTML = page(
      '<b id="l">Kind</b><button role="combobox" aria-labelledby="l">Zqx</button>',
    );
    const [purpose] = collectCandidates([document], CONTROLS.purpose);
    expect(purpose && learn('purpose', purpose, AT)).toMatchObject({
      evidence: [
        { in: 'label', words: 'kind' },
        { in: 'neighbour', words: 'kind' },
      ],
    });
  });

  it('is not described by the text of the entire form', () => {
    expect(JSON.stringify(learned(page('<p>Hint</p><hr>', FIELD)))).not.toMatch(/hint/i);
  });

  it('keeps only a few short words, and is recognized by them', () => {
    const long = 'very long words '.repeat(30);
    const titles = Array.from({ length: 12 }, (_, at) => `<b id="b${at}">w${at}</b>`).join('');
    const labels = Array.from({ length: 12 }, () => '<label for="n">more</label>').join('');
    const html = page(titles, labels, `<input id="n" placeholder="${long}" title="${long}">`);
    const known = learned(html);
    expect(known.evidence).toHaveLength(10);
    expect(Math.max(...known.evidence.map(({ words }) => words.length))).toBeLessThanOrEqual(200);
    expect(learnedControlSchema.parse(known)).toEqual(known);
    const placeholder = learned(page(`<input id="n" placeholder="${long}">`));
    expect(placeholder.evidence[0]?.words).toHaveLength(200);
    expect(isLearned(candidate(page(`<input id="n" placeholder="${long}">`)), placeholder)).toBe(
      true,
    );
  });
});
