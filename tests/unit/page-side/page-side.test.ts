// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageSideDeps } from '../../../lib/page-side/page-side.ts';
import { startPageSide } from '../../../lib/page-side/page-side.ts';
import { submitMarker } from '../../../lib/page-side/submit-marker.ts';
import { collectCandidates } from '../../../lib/upload-page/collect-controls.ts';
import { CONTROLS } from '../../../lib/upload-page/controls/all-controls.ts';
import { learn } from '../../../lib/upload-page/learned-control.ts';
import { settle } from '../session/harness.ts';
import { layOut } from '../upload-page/layout.ts';
import { click, element, putFiles, trusted } from '../upload-page/trusted.ts';
import type { PanelEnd, PanelFrames } from './panel-end.ts';
import { panelFrames } from './panel-end.ts';

layOut();

const NAME = 'SENR 2022-23.txt';
const SENR = new File(['senr'], NAME);
const OTHER = new File(['other'], 'notes.txt');
const PAGE = `<main><form>
  <label for="p">File Purpose:</label>
  <select id="p"><option>Select purpose</option><option>CALPADS</option></select>
  <label for="d">File Description:</label><input type="text" id="d">
  <label for="f">Choose files</label><input type="file" id="f" multiple>
  <button type="button">CLICK TO SUBMIT</button></form></main>`;
const THANKS =
  '<p>Thank you for uploading your file(s)! You should receive a confirmation email shortly. ' +
  'Please <a href="#again">click here</a> if you\'d like to make another upload.</p>';
const WORDS = {
  filled: 'Filled by Upload Assistant.',
  undo: 'Undo',
  undoPurpose: 'Undo: set File Purpose back',
  undoDescription: 'Undo: set File Description back',
  panelTitle: 'Upload Assistant',
  stopped: 'The assistant stopped.',
  updated: 'The assistant was updated.',
  close: 'Close',
};

let frames: PanelFrames;
let told: string[] = [];
let isContextLost = false;

const input = () => element('#f', HTMLInputElement);
const form = () => element('form', HTMLFormElement);
const button = () => element('form > button', HTMLButtonElement);
const banner = () => document.querySelector('[data-upload-assistant=banner]');
const namesInInput = () => [...(input().files ?? [])].map(({ name }) => name);

function start(other: Partial<PageSideDeps> = {}): void {
  startPageSide({
    window,
    frameUrl: 'chrome-extension://id/assist.html',
    issueToken: async () => 'a token',
    tell: async (event) => void told.push(event),
    tellState: async ({ state }) => void told.push(`state ${state}`),
    learned: async () => [],
    learn: async ({ control }) => void told.push(`learned ${control}`),
    isContextLost: () => isContextLost,
    words: WORDS,
    ...other,
  });
}

/** The assistant on the upload page, with its panel ready. */
async function startWithPanel(other: Partial<PageSideDeps> = {}): Promise<PanelEnd> {
  start(other);
  const panel = await frames.load();
  panel.say({ type: 'ready' });
  await panel.hears('page');
  return panel;
}

/** A newer version's script comes into the page. */
function update(): void {
  isContextLost = true;
  document.dispatchEvent(new Event('upload-assistant:begun'));
}

/** As the browser does after the person's choice. */
function choose(...files: readonly File[]): void {
  putFiles(input(), ...files);
  for (const type of ['input', 'change']) {
    input().dispatchEvent(trusted(new Event(type, { bubbles: true })));
  }
}

/** Chosen, and given back to the page by the panel. */
async function attach(panel: PanelEnd): Promise<void> {
  choose(SENR);
  const { files } = await panel.hears('held');
  panel.say({
    type: 'attach',
    files: files.map(({ id }) => ({ kind: 'original', id, name: NAME })),
    description: 'SENR 2022-23',
  });
  await panel.hears('handed over');
}

beforeEach(() => {
  document.body.innerHTML = PAGE;
  window.sessionStorage.clear();
  frames = panelFrames();
  told = [];
  isContextLost = false;
});
afterEach(() => {
  update(); // so that the run of one test is not there in the next
  vi.restoreAllMocks();
  banner()?.remove();
});

describe('on the upload page', () => {
  it('the panel is told how the page stands, and so is the background', async () => {
    const { report } = await (await startWithPanel()).hears('page');
    expect(report.state).toBe('on');
    expect(report.signs.map(({ name, isFound }) => [name, isFound])).toEqual([
      ['confirmation', false],
      ['legend', false],
      ['another upload', false],
    ]);
    expect(told).toEqual(['page opened', 'state on']);
  });

  it('chosen files are held: the page hears nothing of them', async () => {
    let heard = 0;
    const panel = await startWithPanel();
    input().addEventListener('change', () => {
      heard += 1;
    });
    choose(SENR, OTHER);
    const held = await panel.hears('held');
    expect(held).toMatchObject({ when: 'at choice', files: [{ id: 'file-1' }, { id: 'file-2' }] });
    expect([heard, namesInInput()]).toEqual([0, []]);
  });

  it('what the panel attaches is in the input, and the fields are filled', async () => {
    const panel = await startWithPanel();
    await attach(panel);
    expect(await panel.hears('handed over')).toMatchObject({
      outcome: 'in the input',
      names: [NAME],
    });
    expect(await panel.hears('filled')).toMatchObject({ purpose: 'filled', description: 'filled' });
    expect(namesInInput()).toEqual([NAME]);
    expect(element('#d', HTMLInputElement).value).toBe('SENR 2022-23');
    expect(element('#p', HTMLSelectElement).value).toBe('CALPADS');
  });

  it('files that the assistant no longer holds are not attached', async () => {
    const panel = await startWithPanel();
    panel.say({
      type: 'attach',
      files: [{ kind: 'original', id: 'file-9', name: NAME }],
      description: '',
    });
    expect(await panel.hears('handed over')).toMatchObject({ outcome: 'file gone', names: [] });
    expect(element('#p', HTMLSelectElement).value).toBe('Select purpose');
  });

  it('attached files can be taken back, and until then leaving is asked about', async () => {
    const leave = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const panel = await startWithPanel();
    expect(leave()).toBe(false);
    await attach(panel);
    expect(leave()).toBe(true);
    panel.say({ type: 'take back' });
    expect(await panel.hears('taken back')).toMatchObject({ complete: true });
    expect(namesInInput()).toEqual([]);
  });

  it('a file that was saved to be chosen by hand passes, and no other', async () => {
    const panel = await startWithPanel();
    panel.say({ type: 'let pass', name: NAME, bytes: SENR.size });
    await vi.waitFor(() => {
      choose(SENR);
      expect(namesInInput()).toEqual([NAME]);
    });
    expect(await panel.hears('handed over')).toMatchObject({ names: [NAME] });
    choose(OTHER);
    expect(namesInInput()).toEqual([]);
  });

  it('a control that the person points at is learned, and the panel told', async () => {
    const panel = await startWithPanel();
    panel.say({ type: 'point at', control: 'description' });
    await vi.waitFor(() => {
      click(element('#d', HTMLInputElement));
      expect(panel.heard.map(({ type }) => type)).toContain('pointed');
    });
    expect(await panel.hears('pointed')).toMatchObject({ outcome: 'learned' });
    expect(told).toContain('learned description');
  });

  it('what was pointed at before is known again', async () => {
    document.body.innerHTML = PAGE.replace('File Description:', 'Notes for the data team');
    const [field] = collectCandidates([document], CONTROLS.description);
    const known = field && learn('description', field, 1_700_000_000_000);
    start({ learned: async () => (known ? [known] : []) });
    await vi.waitFor(() => {
      expect(told).toEqual(['page opened', 'state partly on', 'state on']);
    });
  });
});

describe("at the person's click on the page's button", () => {
  it('the submission is told, and its mark goes once the background knows', async () => {
    const panel = await startWithPanel();
    await attach(panel);
    click(button());
    expect(submitMarker.read(window)).toBe('clicked');
    await panel.hears('submitted');
    expect(told).toContain('submit clicked');
    await vi.waitFor(() => expect(submitMarker.read(window)).toBeUndefined());
  });

  it('the mark stays while the background has not heard of it', async () => {
    const panel = await startWithPanel({
      tell: (event) => (event === 'submit clicked' ? new Promise(() => {}) : Promise.resolve()),
    });
    await attach(panel);
    click(button());
    await panel.hears('submitted');
    expect(submitMarker.read(window)).toBe('clicked');
  });

  it('the mark stays where the background could not note it', async () => {
    const panel = await startWithPanel({ tell: async () => 'failed' });
    await attach(panel);
    click(button());
    await panel.hears('submitted');
    await settle();
    expect(submitMarker.read(window)).toBe('clicked');
  });

  it('files that got past the guard stop it, and go back as they were when the person insists', async () => {
    const panel = await startWithPanel();
    putFiles(input(), OTHER);
    let heard = 0;
    button().addEventListener('click', () => {
      heard += 1;
    });
    click(button());
    const { when, files } = await panel.hears('held');
    expect([when, heard, namesInInput()]).toEqual(['at submit', 0, []]);
    panel.say({ type: 'put back', ids: files.map(({ id }) => id) });
    await vi.waitFor(() => expect(namesInInput()).toEqual([OTHER.name]));
    click(button());
    expect(heard).toBe(1);
  });

  it('it is stopped once while the page says that a file still loads', async () => {
    const panel = await startWithPanel();
    await attach(panel);
    form().insertAdjacentHTML('beforeend', `<p>${NAME} <b>Loading in Progress</b></p>`);
    let heard = 0;
    button().addEventListener('click', () => {
      heard += 1;
    });
    click(button());
    await panel.hears('submit stopped');
    expect(heard).toBe(0);
    click(button());
    expect(heard).toBe(1);
  });

  it("the page's thanks are told to both, and the way to another upload with them", async () => {
    const panel = await startWithPanel();
    await attach(panel);
    click(button());
    form().insertAdjacentHTML('afterend', THANKS);
    await panel.hears('confirmed');
    expect(told.filter((event) => !event.startsWith('state'))).toEqual([
      'page opened',
      'submit clicked',
      'thank-you shown',
    ]);
    const report = panel.heard.findLast((message) => message.type === 'page')?.report;
    expect(report?.signs.map(({ isFound }) => isFound)).toEqual([true, false, true]);
  });

  it('thanks that stand there already are not for it', async () => {
    const panel = await startWithPanel();
    await attach(panel);
    const { body } = document;
    body.insertAdjacentHTML('beforeend', THANKS);
    click(button());
    await panel.hears('submitted');
    body.insertAdjacentHTML('beforeend', '<p>Loading</p>');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(told).not.toContain('thank-you shown');
  });
});

describe('after the confirmation', () => {
  it("the focus goes to the page's own link, which is not clicked", async () => {
    const panel = await startWithPanel();
    await attach(panel);
    click(button());
    form().outerHTML = THANKS;
    await panel.hears('confirmed');
    let clicks = 0;
    document.addEventListener('click', () => {
      clicks += 1;
    });
    panel.say({ type: 'focus another upload' });
    const link = element('a', HTMLAnchorElement);
    await vi.waitFor(() => expect(document.activeElement).toBe(link));
    expect(clicks).toBe(0);
  });

  it('the focus stays where two links are too close to call', async () => {
    const panel = await startWithPanel();
    await attach(panel);
    click(button());
    form().outerHTML = THANKS + THANKS;
    await panel.hears('confirmed');
    const before = document.activeElement;
    panel.say({ type: 'focus another upload' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(document.activeElement).toBe(before);
  });
});

describe('a page that comes after a click', () => {
  it('tells again what its message may not have told', async () => {
    submitMarker.set(window, 'thanked');
    document.body.innerHTML = THANKS;
    start();
    await vi.waitFor(() => expect(submitMarker.read(window)).toBeUndefined());
    expect(told.slice(0, 3)).toEqual(['submit clicked', 'thank-you shown', 'page opened']);
  });
});

describe('another page', () => {
  it('keeps its files, and has no panel', () => {
    document.body.innerHTML = '<form><label>Picture <input type="file" id="f"></label></form>';
    start();
    choose(OTHER);
    expect(namesInInput()).toEqual([OTHER.name]);
    expect(frames.count).toBe(0);
  });
});

describe('when something breaks', () => {
  /** Whether the page hears of a choice as if the assistant were not there. */
  function isFree(): boolean {
    choose(OTHER);
    return namesInInput().join() === OTHER.name;
  }

  it('the guard goes away, and a banner says so', async () => {
    const panel = await startWithPanel();
    expect(isFree()).toBe(false);
    panel.say({ type: 'give up' });
    await vi.waitFor(() => expect(banner()?.textContent).toContain(WORDS.stopped));
    expect(isFree()).toBe(true);
    expect(document.querySelector('[data-upload-assistant=panel]')).toBeNull();
  });

  it('in the background, too', async () => {
    start({ tell: () => Promise.reject(new Error('gone')) });
    await vi.waitFor(() => expect(banner()?.textContent).toContain(WORDS.stopped));
    expect(isFree()).toBe(true);
  });

  it('because the background is another one by now, the banner says that', async () => {
    isContextLost = true;
    start({ tell: () => Promise.reject(new Error('gone')) });
    await vi.waitFor(() => expect(banner()?.textContent).toContain(WORDS.updated));
  });

  it('because the extension was updated, the banner says that', async () => {
    await startWithPanel();
    update();
    expect(banner()?.textContent).toContain(WORDS.updated);
    expect(isFree()).toBe(true);
  });

  it('not because a page says that a newer run has begun', async () => {
    await startWithPanel();
    document.dispatchEvent(new Event('upload-assistant:begun'));
    expect(banner()).toBeNull();
    expect(isFree()).toBe(false);
  });

  it('and no panel was there, nobody is bothered', async () => {
    document.body.innerHTML = '<p>Another page</p>';
    start({ tell: () => Promise.reject(new Error('gone')) });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(banner()).toBeNull();
  });

  it('only in what the background shows of the page, the work goes on', async () => {
    const panel = await startWithPanel({ tellState: () => Promise.reject(new Error('gone')) });
    choose(SENR);
    await panel.hears('held');
    expect(banner()).toBeNull();
  });
});
