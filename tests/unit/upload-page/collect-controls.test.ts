// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { collectCandidates } from '../../../lib/upload-page/collect-controls.ts';
import { CONTROLS } from '../../../lib/upload-page/controls/all-controls.ts';
import { layOut } from './layout.ts';

layOut();

function collect(name: 'purpose' | 'description' | 'files' | 'submit', html: string) {
  document.body.innerHTML = html;
  return collectCandidates([document], CONTROLS[name]).map(({ words }) => words);
}

describe('the words around a control', () => {
  it('are not its own options if its label is around it', () => {
    const html = '<label>File Purpose: <select><option>CALPADS</option></select></label>';
    expect(collect('purpose', html)).toMatchObject([
      { label: ['file purpose'], option: ['calpads'] },
    ]);
  });

  it('may come from several labels', () => {
    const html =
      '<b id="a">File</b><b id="b">Description:</b><input aria-labelledby="a b missing">';
    expect(collect('description', html)[0]?.label).toEqual(['file description']);
  });

  it('may be before it, or in the cell to the left', () => {
    const cell = '<table><tr><td>File Description:</td><td><i>new</i><input></td></tr></table>';
    expect(collect('description', cell)[0]?.neighbour).toEqual(['new', 'file description']);
    expect(collect('description', '<input>')[0]?.neighbour).toEqual([]);
  });

  it('of a button are its text or its value', () => {
    const html = '<button> CLICK <b>TO</b> SUBMIT </button><input type="submit" value="Go">';
    expect(collect('submit', html).map((words) => words['button text'])).toEqual([
      ['click to submit'],
      ['go'],
    ]);
  });
});
