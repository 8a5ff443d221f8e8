// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchSubmission } from '../../../lib/page-side/watch-submission.ts';
import { findSigns } from '../../../lib/upload-page/find-signs.ts';
import { openRoots } from '../../../lib/upload-page/roots.ts';
import { safelyWith } from '../../../lib/upload-page/safely.ts';
import { layOut } from '../upload-page/layout.ts';
import { click, element } from '../upload-page/trusted.ts';

layOut();

const THANKS =
  'Thank you for uploading your file(s)! You should receive a confirmation email shortly. ' +
  "Please click here if you'd like to make another upload.";

let stop = new AbortController();
let told: string[] = [];
let button: HTMLElement | undefined;
let mayGo = () => true;

function watch() {
  return watchSubmission({
    window,
    signal: stop.signal,
    submitButton: () => button,
    isThanked: () => findSigns(openRoots(document)).signs.confirmation !== undefined,
    mayGo: () => mayGo(),
    onSubmit: () => told.push('submit'),
    safely: safelyWith(() => told.push('failure')),
    onThankYou: () => told.push('thank you'),
  });
}

const say = (html: string) => {
  element('div', HTMLDivElement).innerHTML = html;
};

beforeEach(() => {
  stop = new AbortController();
  told = [];
  mayGo = () => true;
  document.body.innerHTML = '<button>CLICK TO SUBMIT</button><i>other</i><div></div>';
  button = element('button', HTMLButtonElement);
});

afterEach(() => stop.abort());

describe('a submission', () => {
  it("is the person's click, then the page's thank-you, each told once", () => {
    const { look } = watch();
    click(element('button', HTMLButtonElement));
    look();
    say(THANKS);
    look();
    look();
    expect(told).toEqual(['submit', 'thank you']);
  });

  it('does not begin with a click that is stopped; the page never hears of that click', () => {
    watch();
    let heard = 0;
    element('button', HTMLButtonElement).addEventListener('click', () => {
      heard += 1;
    });
    mayGo = () => false;
    click(element('button', HTMLButtonElement));
    expect([told, heard]).toEqual([[], 0]);
    mayGo = () => true;
    click(element('button', HTMLButtonElement));
    expect([told, heard]).toEqual([['submit'], 1]);
  });

  it('is out of sight when the question fails whether it may, but the click goes through', () => {
    watch();
    let heard = 0;
    element('button', HTMLButtonElement).addEventListener('click', () => {
      heard += 1;
    });
    mayGo = () => {
      throw new Error('broken');
    };
    click(element('button', HTMLButtonElement));
    expect([told, heard]).toEqual([['failure'], 1]);
  });

  it('is thanked for inside an open shadow root, too', () => {
    const { look } = watch();
    const host = document.createElement('section');
    document.body.append(host);
    host.attachShadow({ mode: 'open' }).innerHTML = `<p>${THANKS}</p>`;
    look();
    expect(told).toEqual(['thank you']);
  });

  it('is found on the page that answers the click', () => {
    say(THANKS);
    const { look } = watch();
    look();
    expect(told).toEqual(['thank you']);
  });

  it('is known whatever the letter case and the tags of the thank-you', () => {
    const { look } = watch();
    say('<h2>THANK YOU for <b>uploading</b> your file(s)!</h2>');
    look();
    expect(told).toEqual(['thank you']);
  });

  it('begins with a click on something inside the button, too', () => {
    watch();
    element('button', HTMLButtonElement).innerHTML = '<b>CLICK TO SUBMIT</b>';
    click(element('b', HTMLElement));
    expect(told).toEqual(['submit']);
  });

  it('is heard of even when the page stops the click', () => {
    document.addEventListener('click', (event) => event.stopImmediatePropagation(), {
      capture: true,
      signal: stop.signal,
    });
    watch();
    click(element('button', HTMLButtonElement));
    expect(told).toEqual(['submit']);
  });
});

describe('is no submission:', () => {
  it('a click elsewhere', () => {
    watch();
    click(element('i', HTMLElement));
    expect(told).toEqual([]);
  });

  it("a script's click on the button", () => {
    watch();
    element('button', HTMLButtonElement).click();
    expect(told).toEqual([]);
  });

  it('a click while no button is known', () => {
    watch();
    const known = element('button', HTMLButtonElement);
    button = undefined;
    click(known);
    expect(told).toEqual([]);
  });

  it('a thank-you of an earlier submission that still stands there', () => {
    const { look } = watch();
    say(THANKS);
    look();
    told = [];
    click(element('button', HTMLButtonElement));
    look();
    expect(told).toEqual(['submit']);
  });

  it('a thank-you of an earlier submission, until the page says it again', () => {
    say(THANKS);
    const { look } = watch();
    click(element('button', HTMLButtonElement));
    look();
    say('Loading in Progress');
    look();
    say(THANKS);
    look();
    expect(told).toEqual(['submit', 'thank you']);
  });

  it('a thank-you that cannot be seen', () => {
    const { look } = watch();
    say(`<p style="display: none">${THANKS}</p>`);
    look();
    expect(told).toEqual([]);
  });

  it('another word of thanks', () => {
    const { look } = watch();
    say('Thank you for your visit!');
    look();
    expect(told).toEqual([]);
  });

  it('a click once the assistant has stopped', () => {
    watch();
    stop.abort();
    click(element('button', HTMLButtonElement));
    expect(told).toEqual([]);
  });
});
