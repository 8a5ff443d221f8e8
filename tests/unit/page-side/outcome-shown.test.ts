// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { click } from '../upload-page/trusted.ts';
import { attach, button, PAGE, THANKS, uploadPage } from './upload-page.ts';

describe('the page that answers a submission', () => {
  const page = uploadPage();
  const becomes = (html: string) => {
    document.body.innerHTML = html;
  };
  const panelIsShown = () => page.frames.count > 0;
  const soon = () => new Promise((resolve) => setTimeout(resolve, 400));

  it('gets a panel where there is an outcome to tell, and keeps it', async () => {
    becomes(THANKS);
    page.start({ hasOutcome: async () => true });
    await vi.waitFor(() => expect(panelIsShown()).toBe(true));
    expect(page.told).toContain('thanks shown');
    becomes(`${THANKS}<form></form>`);
    await soon();
    expect(document.querySelector('[data-upload-assistant=panel]')).not.toBeNull();
  });

  it('loses it once the person has dismissed the outcome', async () => {
    becomes(THANKS);
    const panel = await page.startWithPanel({ hasOutcome: async () => true });
    panel.say({ type: 'outcome over' });
    await vi.waitFor(() => {
      expect(document.querySelector('[data-upload-assistant=panel]')).toBeNull();
    });
    becomes(PAGE);
    await vi.waitFor(() => {
      expect(document.querySelector('[data-upload-assistant=panel]')).not.toBeNull();
    });
  });

  it('has none where there is nothing to tell', async () => {
    becomes(THANKS);
    page.start({ hasOutcome: async () => false });
    await soon();
    expect(panelIsShown()).toBe(false);
  });

  it('has none where the background cannot say', async () => {
    becomes(THANKS);
    page.start({ hasOutcome: () => Promise.reject(new Error('asleep')) });
    await soon();
    expect(panelIsShown()).toBe(false);
  });

  it('keeps the panel that has the files', async () => {
    const panel = await page.startWithPanel({ hasOutcome: async () => true });
    await attach(panel);
    click(button());
    await panel.hears('clicked');
    becomes(THANKS);
    await panel.hears('thanked');
    panel.say({ type: 'outcome over' });
    await soon();
    expect(document.querySelector('[data-upload-assistant=panel]')).not.toBeNull();
  });
});
