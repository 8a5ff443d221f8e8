import { afterEach, beforeEach, vi } from 'vitest';
import type { Proof } from '../../../lib/page-side/files-state.ts';
import type { PageSideDeps } from '../../../lib/page-side/page-side.ts';
import { startPageSide } from '../../../lib/page-side/page-side.ts';
import { UploadWork } from '../../../lib/page-side/upload-work.ts';
import { sentFile } from '../support/attached-file.ts';
import { layOut } from '../upload-page/layout.ts';
import { element, putFiles, trusted } from '../upload-page/trusted.ts';
import type { PanelEnd, PanelFrames } from './panel-end.ts';
import { panelFrames } from './panel-end.ts';

export const NAME = 'SENR 2022-23.txt';
export const SENR = new File(['senr'], NAME);
export const OTHER = new File(['other'], 'notes.txt');
export const PAGE = `<main><form>
  <label for="p">File Purpose:</label>
  <select id="p"><option>Select purpose</option><option>CALPADS</option></select>
  <label for="d">File Description:</label><input type="text" id="d">
  <label for="f">Choose files</label><input type="file" id="f" multiple>
  <button type="button">CLICK TO SUBMIT</button></form></main>`;
export const THANKS =
  '<p>Thank you for uploading your file(s)! You should receive a confirmation email shortly. ' +
  'Please <a href="#again">click here</a> if you\'d like to make another upload.</p>';
export const WORDS = {
  filled: 'Filled by Upload Assistant.',
  undo: 'Undo',
  undoPurpose: 'Undo: set File Purpose back',
  undoDescription: 'Undo: set File Description back',
  panelTitle: 'Upload Assistant',
  stopped: 'The assistant stopped.',
  filesBack: 'Nothing was checked. Your files are back.',
  updated: 'The assistant was updated.',
  close: 'Close',
};

export const input = () => element('#f', HTMLInputElement);
export const form = () => element('form', HTMLFormElement);
export const button = () => element('form > button', HTMLButtonElement);
export const banner = () => document.querySelector('[data-upload-assistant=banner]');
export const filesInInput = () => [...(input().files ?? [])];
export const namesInInput = () => filesInInput().map(({ name }) => name);

/** Of the n-th submission. */
export function proofOf(n: number): Proof {
  return { submission: `${n}`, clickNumber: `click ${n}`, thanksNumber: `thanks ${n}` };
}

export interface UploadPage {
  readonly frames: PanelFrames;
  /** What the background was told, in order: `submission stands 1`, `state on`, … */
  readonly told: readonly string[];
  /** `told`, but for how the page stands. */
  submissionsTold(): readonly string[];
  start(other?: Partial<PageSideDeps>): void;
  /** The assistant on the upload page, with its panel ready. */
  startWithPanel(other?: Partial<PageSideDeps>): Promise<PanelEnd>;
  loseContext(): void;
}

/** The upload page, afresh for each test of the file that calls this. */
export function uploadPage(): UploadPage {
  layOut();
  let frames: PanelFrames;
  let told: string[] = [];
  let isContextLost = false;
  let submissions = 0;

  beforeEach(() => {
    document.body.innerHTML = PAGE;
    window.sessionStorage.clear();
    frames = panelFrames();
    told = [];
    isContextLost = false;
    submissions = 0;
  });
  afterEach(() => {
    update(); // so that the run of one test is not there in the next
    vi.useRealTimers();
    vi.restoreAllMocks();
    banner()?.remove();
  });

  function start(other: Partial<PageSideDeps> = {}): void {
    startPageSide({
      window,
      frameUrl: 'chrome-extension://id/assist.html',
      issueToken: async () => 'a token',
      loadUploadWork: async () => UploadWork,
      newProof: () => {
        submissions += 1;
        return proofOf(submissions);
      },
      announce: async ({ submission }) => {
        told.push(`announced ${submission}`);
        return { kind: 'announced' };
      },
      tell: async ({ name, payload }) => {
        told.push([name, ...Object.values(payload).flat()].join(' '));
        return true;
      },
      tellState: async ({ state }) => void told.push(`state ${state}`),
      tellAwaited: async () => {},
      hasOutcome: async () => false,
      learned: async () => [],
      learn: async ({ control }) => void told.push(`learned ${control}`),
      isContextLost: () => isContextLost,
      words: WORDS,
      ...other,
    });
  }

  /** A newer version's script comes into the page. */
  function update(): void {
    isContextLost = true;
    document.dispatchEvent(new Event('upload-assistant:begun'));
  }

  return {
    get frames() {
      return frames;
    },
    get told() {
      return told;
    },
    submissionsTold: () => told.filter((one) => !one.startsWith('state')),
    start,
    async startWithPanel(other = {}) {
      start(other);
      await panelShown(frames);
      const panel = await frames.load();
      panel.say({ type: 'ready' });
      await panel.hears('page');
      return panel;
    },
    loseContext: update,
  };
}

/** The part for the upload page is loaded first. Without timers: tests may have put false ones in. */
async function panelShown(frames: PanelFrames): Promise<void> {
  for (let turns = 0; turns < 20 && frames.count === 0; turns += 1) await Promise.resolve();
}

/** As the browser does after the person's choice. */
export function choose(...files: readonly File[]): void {
  putFiles(input(), ...files);
  for (const type of ['input', 'change']) {
    input().dispatchEvent(trusted(new Event(type, { bubbles: true })));
  }
}

/** The panel has heard of the n-th choice, checks it, has it copied and orders to attach it. */
export async function order(panel: PanelEnd, nth = 1): Promise<void> {
  const { choice, files } = await panel.hears('chosen', nth);
  const records = files.map(({ id, file }) => {
    const { name } = file;
    const copy = `copy of ${id}`;
    panel.say({ type: 'copy', copy, name, of: { kind: 'chosen', id } });
    return { copy, record: sentFile('SENR', '2022-23', { name, attachedBytes: file.size }) };
  });
  await vi.waitFor(() => {
    const copied = panel.heard.flatMap((one) => (one.type === 'copied' ? one.copy : []));
    for (const { copy } of records) if (!copied.includes(copy)) throw new Error(`No ${copy}`);
  });
  panel.say({ type: 'attach', choice, files: records, description: 'SENR 2022-23' });
}

/** Chosen, and given back to the page by the panel. */
export async function attach(panel: PanelEnd): Promise<void> {
  choose(SENR);
  await order(panel);
  await panel.hears('attached');
}

/** The browser had kept the page, and shows it again. */
export function showAgain(): void {
  const event = new Event('pageshow');
  Object.defineProperty(event, 'persisted', { value: true });
  window.dispatchEvent(event);
}

/** A page whose upload widget takes the files out of its input and lists them. */
export function becomeWidget(): void {
  const list = document.createElement('ul');
  form().append(list);
  input().addEventListener('change', () => {
    for (const name of namesInInput()) {
      const row = document.createElement('li');
      row.textContent = `${name} Ready to Submit`;
      list.append(row);
    }
    input().value = '';
  });
}
