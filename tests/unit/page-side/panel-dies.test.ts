// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { click } from '../upload-page/trusted.ts';
import type { PanelEnd } from './panel-end.ts';
import {
  attach,
  banner,
  becomeWidget,
  button,
  choose,
  filesInInput,
  form,
  input,
  NAME,
  namesInInput,
  OTHER,
  order,
  SENR,
  showAgain,
  THANKS,
  uploadPage,
  WORDS,
} from './upload-page.ts';

const page = uploadPage();
const { startWithPanel } = page;
const panelInPage = () => document.querySelector('[data-upload-assistant=panel]');

/** The panel broke in a way that it still can tell. */
async function giveUp(panel: PanelEnd): Promise<void> {
  panel.say({ type: 'give up' });
  await vi.waitFor(() => expect(panelInPage()).toBeNull());
}

/** Whether the page hears of a choice as if the assistant were not there. */
function isFree(): boolean {
  choose(OTHER);
  return namesInInput().join() === OTHER.name;
}

function clicksHeard(): () => number {
  let heard = 0;
  button().addEventListener('click', () => {
    heard += 1;
  });
  return () => heard;
}

describe('a panel that dies with files', () => {
  it('is found dead by its silence: a banner says that nothing was checked', async () => {
    const panel = await startWithPanel();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let heard = 0;
    input().addEventListener('change', () => {
      heard += 1;
    });
    choose(SENR);
    await panel.hears('chosen');
    expect([heard, namesInInput()]).toEqual([0, []]);
    vi.advanceTimersByTime(9_000);
    expect(banner()).toBeNull();
    vi.advanceTimersByTime(2_000);
    expect(banner()?.textContent).toContain(WORDS.filesBack);
    expect(panelInPage()).toBeNull();
    expect(filesInInput()[0]).toBe(SENR);
    expect(heard).toBe(1);
  });

  it('need not die: one of the old version that still answers is left, too', async () => {
    let isLost = false;
    const panel = await startWithPanel({ isContextLost: () => isLost });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    choose(SENR);
    await panel.hears('chosen');
    isLost = true; // and nothing says so
    vi.advanceTimersByTime(1_000);
    expect(banner()?.textContent).toContain(WORDS.updated);
    expect(panelInPage()).toBeNull();
    expect(filesInInput()[0]).toBe(SENR);
  });

  it("has the person's own files back in the input, as they were chosen", async () => {
    const panel = await startWithPanel();
    choose(SENR);
    await panel.hears('chosen');
    choose(OTHER);
    await panel.hears('chosen', 2);
    await giveUp(panel);
    expect(filesInInput()).toHaveLength(2);
    expect(filesInInput()[0]).toBe(SENR);
    expect(filesInInput()[1]).toBe(OTHER);
    expect(banner()?.textContent).toContain(WORDS.filesBack);
  });

  it('leaves a page that works by hand', async () => {
    const panel = await startWithPanel();
    choose(SENR);
    await panel.hears('chosen');
    await giveUp(panel);
    const heard = clicksHeard();
    click(button());
    expect(heard()).toBe(1);
    expect(namesInInput()).toEqual([NAME]);
    expect(isFree()).toBe(true);
    expect(page.told).not.toContain('submission clicked 1');
  });

  it('leaves the files there, too, when the browser shows the page again', async () => {
    const panel = await startWithPanel();
    choose(SENR);
    await panel.hears('chosen');
    await giveUp(panel);
    showAgain();
    expect(filesInInput()[0]).toBe(SENR);
  });

  it('is put back into no page: the assistant stays away', async () => {
    const panel = await startWithPanel();
    await giveUp(panel);
    form().insertAdjacentHTML('beforeend', '<input type="text">');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(panelInPage()).toBeNull();
    expect(page.frames.count).toBe(1);
  });

  it('has what its input was given told down to the thanks', async () => {
    const panel = await startWithPanel();
    await attach(panel);
    await giveUp(panel);
    expect(banner()?.textContent).toContain(WORDS.stopped);
    expect(namesInInput()).toEqual([NAME]);
    click(button());
    form().insertAdjacentHTML('afterend', THANKS);
    await vi.waitFor(() => expect(page.told).toContain('thanks shown'));
    expect(page.submissionsTold().slice(-3)).toEqual([
      'submission stands 1',
      'submission clicked 1',
      'thanks shown',
    ]);
  });

  it('has what a widget took told, beside the files that go back', async () => {
    const panel = await startWithPanel();
    becomeWidget();
    await attach(panel);
    expect(await panel.hears('attached')).toMatchObject({ outcome: 'taken by the page' });
    choose(OTHER);
    await panel.hears('chosen', 2);
    await giveUp(panel);
    expect(form().textContent).toContain(OTHER.name);
    expect(banner()?.textContent).toContain(WORDS.filesBack);
    click(button());
    form().insertAdjacentHTML('afterend', THANKS);
    await vi.waitFor(() => expect(page.told).toContain('thanks shown'));
    expect(page.submissionsTold()).toContain('submission clicked 1');
  });

  it('and whose order comes too late gives the page nothing more', async () => {
    let answer = () => {};
    const panel = await startWithPanel({
      announce: () =>
        new Promise((resolve) => {
          answer = () => resolve({ kind: 'announced' });
        }),
    });
    choose(SENR);
    await order(panel);
    const before = answer;
    await vi.waitFor(() => expect(answer).not.toBe(before));
    await giveUp(panel);
    expect(filesInInput()[0]).toBe(SENR);
    answer();
    await vi.waitFor(() => expect(page.told).toContain('submission withdrawn 1'));
    expect(filesInInput()[0]).toBe(SENR);
  });

  it('lets each click through: there is nobody to say why it was stopped', async () => {
    const panel = await startWithPanel();
    await attach(panel);
    await giveUp(panel);
    input().value = '';
    const heard = clicksHeard();
    click(button());
    expect(heard()).toBe(1);
    expect(page.told).toContain('submission withdrawn 1');
  });
});

describe('an extension that was updated under files', () => {
  it('puts them back as they were chosen, and says that it was updated', async () => {
    const panel = await startWithPanel();
    choose(SENR);
    await panel.hears('chosen');
    page.loseContext();
    expect(filesInInput()[0]).toBe(SENR);
    expect(banner()?.textContent).toContain(WORDS.updated);
    expect(panelInPage()).toBeNull();
    expect(isFree()).toBe(true);
  });

  it('is found at the next choice, which goes through', async () => {
    let isContextLost = false;
    const panel = await startWithPanel({ isContextLost: () => isContextLost });
    choose(SENR);
    await panel.hears('chosen');
    isContextLost = true;
    choose(OTHER);
    expect(namesInInput()).toContain(OTHER.name);
  });
});
