// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { submitMark } from '../../../lib/page-side/submit-mark.ts';
import { sha256Hex } from '../../../lib/reading/sha256.ts';
import { collectCandidates } from '../../../lib/upload-page/collect-controls.ts';
import { CONTROLS } from '../../../lib/upload-page/controls/all-controls.ts';
import { learn } from '../../../lib/upload-page/learned-control.ts';
import { settle } from '../session/harness.ts';
import { sentFile } from '../support/attached-file.ts';
import { click, element, putFiles } from '../upload-page/trusted.ts';
import {
  attach,
  banner,
  button,
  choose,
  filesInInput,
  form,
  input,
  NAME,
  namesInInput,
  OTHER,
  order,
  PAGE,
  proofOf,
  SENR,
  showAgain,
  THANKS,
  uploadPage,
  WORDS,
} from './upload-page.ts';

const page = uploadPage();
const { start, startWithPanel } = page;
/** What the ledger will keep of a file that the panel saved. */
async function savedRecord(file: File) {
  const attachedSha256 = await sha256Hex(file);
  return sentFile('SENR', '2022-23', { name: file.name, attachedBytes: file.size, attachedSha256 });
}

const NO_MARK = { clicked: [], thanked: [] };

describe('on the upload page', () => {
  it('the panel is told how the page stands, and so is the background', async () => {
    const { report } = await (await startWithPanel()).hears('page');
    expect(report.state).toBe('on');
    expect(report.signs.map(({ name, isFound }) => [name, isFound])).toEqual([
      ['confirmation', false],
      ['legend', false],
      ['another upload', false],
    ]);
    expect(page.told).toEqual(['page opened', 'state on']);
  });

  it('chosen files are held: the page hears nothing of them', async () => {
    let heard = 0;
    const panel = await startWithPanel();
    input().addEventListener('change', () => {
      heard += 1;
    });
    choose(SENR, OTHER);
    const held = await panel.hears('chosen');
    expect(held).toMatchObject({ when: 'at choice', files: [{ id: 'file-1' }, { id: 'file-2' }] });
    expect([heard, namesInInput()]).toEqual([0, []]);
  });

  it('what the panel attaches is in the input, and the fields are filled', async () => {
    const panel = await startWithPanel();
    await attach(panel);
    expect(await panel.hears('attached')).toMatchObject({
      outcome: 'in the input',
      names: [NAME],
    });
    expect(await panel.hears('filled')).toMatchObject({ purpose: 'filled', description: 'filled' });
    expect(namesInInput()).toEqual([NAME]);
    expect(element('#d', HTMLInputElement).value).toBe('SENR 2022-23');
    expect(element('#p', HTMLSelectElement).value).toBe('CALPADS');
  });

  it('what is attached is the copy, and never the file that may still change', async () => {
    const panel = await startWithPanel();
    await attach(panel);
    const [file] = input().files ?? [];
    expect(await file?.text()).toBe('senr');
    expect(file).not.toBe(SENR);
  });

  it('files that the assistant no longer holds are neither copied nor attached', async () => {
    const panel = await startWithPanel();
    panel.say({ type: 'copy', copy: 'copy-9', name: NAME, of: { kind: 'chosen', id: 'file-9' } });
    expect(await panel.hears('copied')).toEqual({ type: 'copied', copy: 'copy-9' });
    panel.say({
      type: 'attach',
      choice: 0,
      files: [{ copy: 'copy-9', record: sentFile('SENR') }],
      description: 'SENR 2022-23',
    });
    expect(await panel.hears('attached')).toMatchObject({ outcome: 'refused', names: [] });
    expect(namesInInput()).toEqual([]);
    expect(page.told).toContain('submission withdrawn 1');
  });

  it('an order from before the last choice is dropped', async () => {
    const panel = await startWithPanel();
    choose(SENR);
    await panel.hears('chosen');
    choose(OTHER);
    await panel.hears('chosen', 2);
    await order(panel, 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(page.told).not.toContain('announced 1');
    expect(namesInInput()).toEqual([]);
    await order(panel, 2);
    await panel.hears('attached');
    expect(namesInInput()).toEqual([OTHER.name]);
  });

  it.each([
    ['private window', 'private window'],
    ['not recorded', 'no room'],
  ] as const)(
    'the panel hears "%s"; the files are attached, and nothing more is told of them',
    async (why, answered) => {
      const panel = await startWithPanel({
        announce: async () => ({ kind: 'not recorded', why: answered }),
      });
      await attach(panel);
      expect(await panel.hears('not recorded')).toEqual({ type: 'not recorded', why });
      expect(namesInInput()).toEqual([NAME]);
      click(button());
      await panel.hears('clicked');
      expect(page.submissionsTold()).toEqual(['page opened']);
    },
  );

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

  it('another file under the name of the attached one does not count', async () => {
    const panel = await startWithPanel();
    await attach(panel);
    putFiles(input(), new File(['rnes'], NAME, { lastModified: 1 }));
    click(button());
    expect(page.told).toContain('submission withdrawn 1');
    expect(page.told).not.toContain('submission clicked 1');
  });

  it('a file that was saved to be chosen by hand passes, and no other', async () => {
    const panel = await startWithPanel();
    panel.say({ type: 'let pass', id: 'file-1', record: await savedRecord(SENR) });
    await vi.waitFor(() => {
      choose(SENR);
      expect(namesInInput()).toEqual([NAME]);
    });
    const { attachedSha256 } = await savedRecord(SENR);
    expect(await panel.hears('attached by hand')).toMatchObject({ sha256s: [attachedSha256] });
    await vi.waitFor(() => expect(page.told).toContain('submission stands 1'));
    choose(OTHER);
    expect(namesInInput()).toEqual([]);
  });

  it('another file under the name of one that passed, a moment later, does not count', async () => {
    const panel = await startWithPanel();
    panel.say({ type: 'let pass', id: 'file-1', record: await savedRecord(SENR) });
    await vi.waitFor(() => {
      choose(SENR);
      expect(namesInInput()).toEqual([NAME]);
    });
    putFiles(input(), new File(['rnes'], NAME, { lastModified: 1 }));
    await vi.waitFor(() => expect(page.told).toContain('submission withdrawn 1'));
    expect(panel.heard.map(({ type }) => type)).not.toContain('attached by hand');
    expect(page.told).not.toContain('submission stands 1');
  });

  it('a file that was saved and then edited is taken out again, and checked', async () => {
    const panel = await startWithPanel();
    panel.say({ type: 'let pass', id: 'file-1', record: await savedRecord(SENR) });
    const edited = new File(['rnes'], NAME); // as long as it was
    await vi.waitFor(() => {
      choose(edited);
      expect(namesInInput()).toEqual([NAME]);
    });
    await vi.waitFor(() => expect(namesInInput()).toEqual([]));
    click(button());
    expect(page.told).not.toContain('submission stands 1');
    expect(page.told).toContain('submission withdrawn 1');
  });

  it('a control that the person points at is learned, and the panel told', async () => {
    const panel = await startWithPanel();
    panel.say({ type: 'point at', control: 'description' });
    await vi.waitFor(() => {
      click(element('#d', HTMLInputElement));
      expect(panel.heard.map(({ type }) => type)).toContain('pointed');
    });
    expect(await panel.hears('pointed')).toMatchObject({ outcome: 'learned' });
    expect(page.told).toContain('learned description');
  });

  it('what was pointed at before is known again', async () => {
    document.body.innerHTML = PAGE.replace('File Description:', 'Notes for the data team');
    const [field] = collectCandidates([document], CONTROLS.description);
    const known = field && learn('description', field, 1_700_000_000_000);
    start({ learned: async () => (known ? [known] : []) });
    await vi.waitFor(() => {
      expect(page.told).toEqual(['page opened', 'state partly on', 'state on']);
    });
  });
});

describe("at the person's click on the page's button", () => {
  it('the submission is told, and its mark goes once the background knows', async () => {
    const panel = await startWithPanel();
    await attach(panel);
    click(button());
    const { clickNumber } = proofOf(1);
    expect(submitMark.read(window)).toEqual({ clicked: [clickNumber], thanked: [] });
    await panel.hears('clicked');
    expect(page.submissionsTold()).toEqual([
      'page opened',
      'announced 1',
      'submission stands 1',
      'submission clicked 1',
    ]);
    await vi.waitFor(() => expect(submitMark.read(window)).toEqual(NO_MARK));
  });

  it('the background is kept awake for the last click only', async () => {
    let awaited = 0;
    const tellAwaited = async () => {
      awaited += 1;
    };
    const panel = await startWithPanel({ tellAwaited });
    await attach(panel);
    vi.useFakeTimers();
    for (let clicks = 0; clicks < 3; clicks += 1) click(button());
    const atClicks = awaited;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(awaited - atClicks).toBeGreaterThanOrEqual(9);
    expect(awaited - atClicks).toBeLessThanOrEqual(11);
  });

  it('the mark stays while the background has not heard of it', async () => {
    const panel = await startWithPanel({
      tell: ({ name }) =>
        name === 'submission clicked' ? new Promise(() => {}) : Promise.resolve(true),
    });
    await attach(panel);
    click(button());
    await panel.hears('clicked');
    await settle();
    expect(submitMark.read(window).clicked).toEqual(['click 1']);
  });

  it('the mark stays where the background could not note it', async () => {
    const panel = await startWithPanel({ tell: async () => false });
    await attach(panel);
    click(button());
    await panel.hears('clicked');
    await settle();
    expect(submitMark.read(window).clicked).toEqual(['click 1']);
  });

  /** As the browser does when it submits the form, or a script reads it. */
  function sendForm(...files: readonly File[]): void {
    const formData = new FormData();
    for (const file of files) formData.append('files', file);
    form().dispatchEvent(Object.assign(new Event('formdata', { bubbles: true }), { formData }));
  }

  it('a click in the very tick in which the input is filled counts when the form sends the file', async () => {
    const panel = await startWithPanel();
    input().addEventListener('change', () => {
      if (namesInInput().length === 0) return;
      queueMicrotask(() => {
        click(button());
        sendForm(...filesInInput());
      });
    });
    choose(SENR);
    await order(panel);
    await panel.hears('clicked');
    form().insertAdjacentHTML('afterend', THANKS);
    await panel.hears('thanked');
    expect(page.submissionsTold()).toEqual([
      'page opened',
      'announced 1',
      'submission stands 1',
      'submission clicked 1',
      'thanks shown',
    ]);
  });

  it('a click in that tick counts as a click alone when the form sends nothing', async () => {
    const panel = await startWithPanel();
    input().addEventListener('change', () => {
      if (namesInInput().length > 0) queueMicrotask(() => click(button()));
    });
    choose(SENR);
    await order(panel);
    await panel.hears('clicked');
    expect(page.submissionsTold()).toEqual(['page opened', 'announced 1', 'submission clicked 1']);
  });

  it('it is stopped once where the page has emptied its input, and the panel told', async () => {
    const panel = await startWithPanel();
    await attach(panel);
    input().value = '';
    let heard = 0;
    button().addEventListener('click', () => {
      heard += 1;
    });
    click(button());
    await panel.hears('lost by page');
    expect(heard).toBe(0);
    expect(page.told).toContain('submission withdrawn 1');
    click(button());
    expect(heard).toBe(1);
    expect(page.told).not.toContain('submission clicked 1');
  });

  it('files that got past the guard stop it, and go back as they were when the person insists', async () => {
    const panel = await startWithPanel();
    putFiles(input(), OTHER);
    let heard = 0;
    button().addEventListener('click', () => {
      heard += 1;
    });
    click(button());
    const { when, files } = await panel.hears('chosen');
    expect([when, heard, namesInInput()]).toEqual(['at submit', 0, []]);
    panel.say({ type: 'put back', ids: files.map(({ id }) => id), rules: ['wrong-extension'] });
    await vi.waitFor(() => expect([...(input().files ?? [])]).toEqual([OTHER]));
    expect(input().files?.[0]).toBe(OTHER);
    click(button());
    expect(heard).toBe(1);
    expect(page.submissionsTold()).toEqual(['page opened', 'files sent anyway 1 wrong-extension']);
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
    await panel.hears('thanked');
    expect(page.submissionsTold().slice(-2)).toEqual(['submission clicked 1', 'thanks shown']);
    await vi.waitFor(() => expect(submitMark.read(window)).toEqual(NO_MARK));
    const report = panel.heard.findLast((message) => message.type === 'page')?.report;
    expect(report?.signs.map(({ isFound }) => isFound)).toEqual([true, false, true]);
  });

  it('thanks that stand there already are not for it', async () => {
    const panel = await startWithPanel();
    await attach(panel);
    const { body } = document;
    body.insertAdjacentHTML('beforeend', THANKS);
    click(button());
    await panel.hears('clicked');
    body.insertAdjacentHTML('beforeend', '<p>Loading</p>');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(page.told).not.toContain('thanks shown');
  });
});

describe('after the confirmation', () => {
  it("the focus goes to the page's own link, which is not clicked", async () => {
    const panel = await startWithPanel();
    await attach(panel);
    click(button());
    form().outerHTML = THANKS;
    await panel.hears('thanked');
    let clicks = 0;
    document.addEventListener('click', () => {
      clicks += 1;
    });
    panel.say({ type: 'focus another upload' });
    const link = element('a', HTMLAnchorElement);
    await vi.waitFor(() => expect(document.activeElement).toBe(link));
    expect(clicks).toBe(0);
  });

  it("the focus goes to the page's button, which is not clicked", async () => {
    const panel = await startWithPanel();
    await attach(panel);
    let clicks = 0;
    button().addEventListener('click', () => {
      clicks += 1;
    });
    panel.say({ type: 'focus control', control: 'submit' });
    await vi.waitFor(() => expect(document.activeElement).toBe(button()));
    expect(clicks).toBe(0);
  });

  it('the focus stays where two links are too close to call', async () => {
    const panel = await startWithPanel();
    await attach(panel);
    click(button());
    form().outerHTML = THANKS + THANKS;
    await panel.hears('thanked');
    const before = document.activeElement;
    panel.say({ type: 'focus another upload' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(document.activeElement).toBe(before);
  });
});

describe('a page that comes after a click', () => {
  it('tells again what its message may not have told', async () => {
    submitMark.set(window, 'clicked', [proofOf(1)]);
    submitMark.set(window, 'thanked', [proofOf(1)]);
    document.body.innerHTML = THANKS;
    start();
    await vi.waitFor(() => expect(submitMark.read(window)).toEqual(NO_MARK));
    expect(page.submissionsTold()).toEqual([
      'marks found click 1 thanks 1',
      'page opened',
      'thanks shown',
    ]);
  });
});

describe('a page that the browser shows again', () => {
  it('has the files in its input checked: the person may have edited them since', async () => {
    const panel = await startWithPanel();
    putFiles(input(), SENR);
    showAgain();
    const { files } = await panel.hears('chosen');
    expect(files).toHaveLength(1);
    expect(namesInInput()).toEqual([]);
  });

  it('has it told again that its files stand: the background takes them for gone', async () => {
    const panel = await startWithPanel();
    await attach(panel);
    showAgain();
    expect(page.submissionsTold().slice(-3)).toEqual([
      'submission stands 1',
      'page opened',
      'submission stands 1',
    ]);
    expect(namesInInput()).toEqual([NAME]);
    click(button());
    await panel.hears('clicked');
    expect(page.told).toContain('submission clicked 1');
  });

  it('keeps its files where it is another page', () => {
    document.body.innerHTML = '<form><label>Picture <input type="file" id="f"></label></form>';
    start();
    putFiles(input(), OTHER);
    showAgain();
    expect(namesInInput()).toEqual([OTHER.name]);
  });
});

describe('another page', () => {
  it('keeps its files, and has no panel', () => {
    document.body.innerHTML = '<form><label>Picture <input type="file" id="f"></label></form>';
    start();
    choose(OTHER);
    expect(namesInInput()).toEqual([OTHER.name]);
    expect(page.frames.count).toBe(0);
  });
});

describe('when something breaks', () => {
  /** Whether the page hears of a choice as if the assistant were not there. */
  function isFree(): boolean {
    choose(OTHER);
    return namesInInput().join() === OTHER.name;
  }

  it('in the panel, the guard goes away, and a banner says so', async () => {
    const panel = await startWithPanel();
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
    start({ tell: () => Promise.reject(new Error('gone')), isContextLost: () => true });
    await vi.waitFor(() => expect(banner()?.textContent).toContain(WORDS.updated));
  });

  it('because the extension was updated, the banner says that', async () => {
    await startWithPanel();
    page.loseContext();
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
    await panel.hears('chosen');
    expect(banner()).toBeNull();
  });
});
