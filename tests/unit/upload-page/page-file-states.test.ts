// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findSigns } from '../../../lib/upload-page/find-signs.ts';
import { readFileStates, watchFileStates } from '../../../lib/upload-page/page-file-states.ts';
import type { PageFileState } from '../../../lib/upload-page/page-state.ts';
import { openRoots } from '../../../lib/upload-page/roots.ts';
import { loudly } from '../support/loudly.ts';
import { layOut } from './layout.ts';
import { element } from './trusted.ts';

layOut();

const SENR = 'SENR 2022-23.txt';
const SINF = 'SINF 2022-23.txt';
const GREEN = 'rgb(0, 128, 0)';
const AMBER = 'rgb(255, 191, 0)';
const RED = 'rgb(255, 0, 0)';
const dot = (color: string) => `<i style="background-color: ${color}"></i>`;
const legend = (ready = GREEN, loading = AMBER, issue = RED) =>
  `<ul><li>${dot(ready)}<span>Ready to Submit</span></li>
   <li>${dot(loading)}<span>Loading in Progress</span></li>
   <li>${dot(issue)}<span>Issue with File</span></li></ul>`;
const row = (name: string, says: string) => `<li><b>${name}</b> 4 KB ${says}</li>`;

const findLegend = () => findSigns(openRoots(document)).signs.legend;

function read(html: string, ...names: readonly string[]): Record<string, PageFileState> {
  document.body.innerHTML = `<main><form>${html}</form></main>`;
  return Object.fromEntries(readFileStates(document, names, findLegend()));
}

describe('what the page says about a file in words', () => {
  it.each([
    ['Ready to Submit', 'ready'],
    ['LOADING  IN PROGRESS:', 'loading'],
    ['Issue with File', 'issue'],
  ] as const)('is read: %s', (words, state) => {
    expect(read(`<ol>${row(SENR, `<span>${words}</span>`)}</ol>`, SENR)).toEqual({
      [SENR]: state,
    });
  });

  it.each([
    ['a label for screen readers', '<i aria-label="Ready to Submit"></i>'],
    ['a tooltip', '<i title="Ready to Submit"></i>'],
    ['a picture', '<img alt="Ready to Submit">'],
  ])('is read from %s', (_where, says) => {
    expect(read(`<ol>${row(SENR, says)}</ol>`, SENR)).toEqual({ [SENR]: 'ready' });
  });

  it('is separate for each file in a list', () => {
    const list = row(SENR, 'Ready to Submit') + row(SINF, 'Loading in Progress');
    expect(read(`${legend()}<ol>${list}</ol>`, SENR, SINF)).toEqual({
      [SENR]: 'ready',
      [SINF]: 'loading',
    });
  });

  it('comes from the last entry, because a widget adds a new one below one that failed', () => {
    const list = row(SENR, 'Issue with File') + row(SENR, 'Ready to Submit');
    expect(read(`<ol>${list}</ol>`, SENR)).toEqual({ [SENR]: 'ready' });
  });

  it("comes from the last entry's mark, too", () => {
    const list = row(SENR, 'Issue with File') + row(SENR, dot(GREEN));
    expect(read(`${legend()}<ol>${list}</ol>`, SENR)).toEqual({ [SENR]: 'ready' });
  });

  it('is read in an open shadow root', () => {
    document.body.innerHTML = '<section></section>';
    const root = element('section', HTMLElement).attachShadow({ mode: 'open' });
    root.innerHTML = `<ol>${row(SENR, 'Ready to Submit')}</ol>`;
    expect([...readFileStates(document, [SENR], findLegend())]).toEqual([[SENR, 'ready']]);
  });

  it.each([
    ['the page does not name', row(SINF, 'Ready to Submit')],
    ['the page says nothing about', row(SENR, '')],
    [
      'the page says two things about',
      row(SENR, '<i title="Issue with File"></i> Ready to Submit'),
    ],
    ['the page names only next to the legend', `<p>${SENR}</p>${legend()}`],
  ])('leaves out a file that %s', (_what, html) => {
    expect(read(html, SENR)).toEqual({});
  });
});

describe('what the page says about a file with a mark', () => {
  it('is what its legend says about that color', () => {
    const list = row(SENR, dot(GREEN)) + row(SINF, dot(RED));
    expect(read(`${legend()}<ol>${list}</ol>`, SENR, SINF)).toEqual({
      [SENR]: 'ready',
      [SINF]: 'issue',
    });
  });

  it('is recognized even if the list has the same words for another file', () => {
    const list = row(SENR, dot(GREEN)) + row(SINF, 'Ready to Submit');
    expect(read(`${legend()}<ol>${list}</ol>`, SENR, SINF)).toEqual({
      [SENR]: 'ready',
      [SINF]: 'ready',
    });
  });

  it('may be the color of the row itself', () => {
    const list = `<li style="background-color: ${AMBER}"><b>${SENR}</b></li>`;
    expect(read(`${legend()}<ol>${list}</ol>`, SENR)).toEqual({ [SENR]: 'loading' });
  });

  it('counts less than words', () => {
    const list = row(SENR, `${dot(GREEN)} Issue with File`);
    expect(read(`${legend()}<ol>${list}</ol>`, SENR)).toEqual({ [SENR]: 'issue' });
  });

  it.each([
    ['no legend explains it', '', row(SENR, dot(GREEN))],
    ['two legends are too close to call', legend() + legend(), row(SENR, dot(GREEN))],
    ['two states have its color', legend(GREEN, GREEN), row(SENR, dot(GREEN))],
    ['the row has two of the colors', legend(), row(SENR, dot(GREEN) + dot(RED))],
    ['the color is transparent', legend('transparent'), row(SENR, dot('transparent'))],
    ['the color is another one', legend(), row(SENR, dot('rgb(1, 2, 3)'))],
  ])('is nothing if %s', (_why, explained, list) => {
    expect(read(`${explained}<ol>${list}</ol>`, SENR)).toEqual({});
  });
});

describe('watching what the page says', () => {
  const said: PageFileState[][] = [];
  let stop = new AbortController();
  const show = (words: string) => {
    document.body.innerHTML = `<ol>${row(SENR, words)}</ol>`;
  };
  const watch = () =>
    watchFileStates(document, [SENR], findLegend, (states) => said.push([...states.values()]), {
      signal: stop.signal,
      safely: loudly,
    });

  beforeEach(() => {
    vi.useFakeTimers();
    said.length = 0;
    stop = new AbortController();
  });
  afterEach(() => {
    stop.abort();
    vi.useRealTimers();
  });

  it('reports at once, and then on every change', () => {
    show('Loading in Progress');
    watch();
    expect(said).toEqual([['loading']]);
    vi.advanceTimersByTime(2000);
    expect(said).toHaveLength(1);
    show('Ready to Submit');
    vi.advanceTimersByTime(500);
    expect(said).toEqual([['loading'], ['ready']]);
    show('');
    vi.advanceTimersByTime(500);
    expect(said).toEqual([['loading'], ['ready'], []]);
  });

  it('ends with the signal, and leaves no timer', () => {
    show('Loading in Progress');
    watch();
    stop.abort();
    show('Ready to Submit');
    vi.advanceTimersByTime(2000);
    expect(said).toEqual([['loading']]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
