// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askToPointAt } from '../../../lib/page-side/point-at.ts';
import { collectCandidates } from '../../../lib/upload-page/collect-controls.ts';
import { CONTROLS } from '../../../lib/upload-page/controls/all-controls.ts';
import { openRoots } from '../../../lib/upload-page/roots.ts';
import { loudly } from '../support/loudly.ts';
import { layOut } from '../upload-page/layout.ts';
import { element, trusted } from '../upload-page/trusted.ts';

layOut();

const PAGE = `<main><form>
  <label for="d">Notes</label><div class="frame"><input type="text" id="d"></div>
  <p><input type="text" id="a"><input type="text" id="b"></p>
  <button type="button"><b>Go</b></button>
  <div class="upload"><i>Choose</i><input type="file" id="f"></div>
</form></main>`;

let stop = new AbortController();
/** What the page's own listeners hear. */
let heard: string[] = [];

const at = (selector: string) => element(selector, HTMLElement);
const ask = (control: 'description' | 'files' = 'description') =>
  askToPointAt(window, () => collectCandidates(openRoots(document), CONTROLS[control]), {
    signal: stop.signal,
    safely: loudly,
  });

function mouse(type: string, selector: string): Event {
  const event = new MouseEvent(type, { bubbles: true, composed: true, cancelable: true });
  at(selector).dispatchEvent(trusted(event));
  return event;
}

function press(key: string, selector = '#d'): Event {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  at(selector).dispatchEvent(trusted(event));
  return event;
}

async function pointedAt(asking: ReturnType<typeof ask>): Promise<string> {
  const answer = await asking;
  return typeof answer === 'string' ? answer : answer.element.id;
}

beforeEach(() => {
  stop = new AbortController();
  heard = [];
  document.body.innerHTML = PAGE;
  for (const type of ['click', 'keydown']) {
    document.addEventListener(type, () => heard.push(type), { signal: stop.signal });
  }
});
afterEach(() => stop.abort());

describe('pointing at a control', () => {
  it('is a click on it, which the page does not hear', async () => {
    const asking = ask();
    const pressed = mouse('mousedown', '#d');
    const click = mouse('click', '#d');
    expect(await pointedAt(asking)).toBe('d');
    expect([pressed.defaultPrevented, click.defaultPrevented]).toEqual([true, true]);
    expect(heard).toEqual([]);
  });

  it('gives its words with it, to know it again', async () => {
    const asking = ask();
    mouse('click', '#d');
    expect(await asking).toMatchObject({ words: { label: ['notes'] } });
  });

  it('is the Enter key on it; Tab goes on to the page', async () => {
    const asking = ask();
    const tab = press('Tab');
    const enter = press('Enter');
    expect(await pointedAt(asking)).toBe('d');
    expect([tab.defaultPrevented, enter.defaultPrevented]).toEqual([false, true]);
    expect(heard).toEqual(['keydown']);
  });

  it.each([
    ['its label', 'description', 'label', 'd'],
    ['the frame around it', 'description', '.frame', 'd'],
    ['something beside it in its widget', 'files', '.upload i', 'f'],
  ] as const)('may be a click on %s', async (_what, control, selector, id) => {
    const asking = ask(control);
    mouse('click', selector);
    expect(await pointedAt(asking)).toBe(id);
  });

  it.each([
    ['another kind of control', 'button b'],
    ['a place around two that could be it', 'p'],
    ['the form', 'form'],
  ])('finds nothing at %s', async (_what, selector) => {
    const asking = ask();
    mouse('click', selector);
    expect(await pointedAt(asking)).toBe('not that kind');
  });

  it('finds nothing beside the form, though there is but one such control in the page', async () => {
    document.body.innerHTML = '<main><h1>Upload</h1><form><input type="text" id="d"></form></main>';
    const asking = ask();
    mouse('click', 'h1');
    expect(await pointedAt(asking)).toBe('not that kind');
  });

  it("is no script's click", async () => {
    const asking = ask();
    at('#a').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    expect(heard).toEqual(['click']);
    mouse('click', '#d');
    expect(await pointedAt(asking)).toBe('d');
  });

  it('is cancelled with Escape, which the page does not hear', async () => {
    const asking = ask();
    const pressed = press('Escape');
    expect(await pointedAt(asking)).toBe('cancelled');
    expect([pressed.defaultPrevented, heard]).toEqual([true, []]);
  });

  it('is cancelled by the signal', async () => {
    const asking = ask();
    stop.abort();
    expect(await pointedAt(asking)).toBe('cancelled');
  });
});

describe('while the person points', () => {
  const outlineOf = (selector: string) => at(selector).style.getPropertyValue('outline');

  it('what is below the pointer or has the focus has an outline, one at a time', () => {
    void ask();
    mouse('pointerover', '#a');
    expect(outlineOf('#a')).not.toBe('');
    at('#b').dispatchEvent(trusted(new FocusEvent('focusin', { bubbles: true })));
    expect([outlineOf('#a'), outlineOf('#b') !== '']).toEqual(['', true]);
  });

  it("the page's own style comes back", async () => {
    at('#a').style.cssText = 'outline: 1px dotted red; color: blue;';
    const before = at('#a').style.cssText;
    const asking = ask();
    mouse('pointerover', '#a');
    expect(at('#a').style.cssText).not.toBe(before);
    press('Escape');
    await asking;
    expect(at('#a').style.cssText).toBe(before);
  });
});

describe('after it is over', () => {
  it.each(['answered', 'cancelled'])('%s, the page hears everything again', async (how) => {
    const asking = ask();
    if (how === 'answered') mouse('click', '#d');
    else press('Escape');
    await asking;
    const pressed = mouse('mousedown', '#a');
    mouse('click', '#a');
    press('Escape', '#a');
    mouse('pointerover', '#a');
    expect(heard).toEqual(['click', 'keydown']);
    expect(pressed.defaultPrevented).toBe(false);
    expect(at('#a').style.cssText).toBe('');
  });
});
