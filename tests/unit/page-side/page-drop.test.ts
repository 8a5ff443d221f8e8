// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dropInPage, serveDropsInPage } from '../../../lib/page-side/page-drop.ts';
import { element } from '../upload-page/trusted.ts';

// happy-dom says that a window's own messages come from another window, so they are relayed here;
// and its drag events lose their files, so these keep them.
class DragEventWithFiles extends Event {
  readonly dataTransfer: DataTransfer | null;

  constructor(type: string, init: DragEventInit = {}) {
    super(type, init);
    this.dataTransfer = init.dataTransfer ?? null;
  }
}
vi.stubGlobal('DragEvent', DragEventWithFiles);

const SENR = new File(['senr'], 'SENR 2022-23.txt');
const target = () => ({ kind: 'drop zone', how: 'drop', zone: zone() }) as const;
const zone = () => element('p', HTMLParagraphElement);

let events: string[] = [];
let targets: unknown[] = [];
serveDropsInPage(window);
vi.spyOn(window, 'postMessage').mockImplementation((data: unknown, target: unknown) => {
  targets.push(target);
  receive(data);
});

function receive(data: unknown, source: Window | null = window): void {
  window.dispatchEvent(new MessageEvent('message', { data, source }));
}

beforeEach(() => {
  events = [];
  targets = [];
  document.body.innerHTML = '<p>drop here</p>';
  for (const type of ['dragenter', 'dragover', 'drop']) {
    zone().addEventListener(type, (event) => {
      const { dataTransfer } = event as DragEventWithFiles;
      const names = [...(dataTransfer?.files ?? [])].map(({ name }) => name);
      events.push(`${type} ${names.join()}`);
    });
  }
});

const DROP = { type: 'upload-assistant:drop-files', how: 'drop', files: [SENR] };
const point = () =>
  zone().dispatchEvent(new Event('upload-assistant:drop-here', { bubbles: true, composed: true }));

describe('a drop in the page', () => {
  it('comes on the zone that was pointed at, with the files, as from a hand', () => {
    dropInPage(window, target(), [SENR]);
    expect(events).toEqual([
      'dragenter SENR 2022-23.txt',
      'dragover SENR 2022-23.txt',
      'drop SENR 2022-23.txt',
    ]);
  });

  it('sends the files to the page itself and to no other origin', () => {
    dropInPage(window, target(), [SENR]);
    expect(targets).toEqual([window.location.origin]);
  });

  it('comes once for each time a zone was pointed at', () => {
    dropInPage(window, target(), [SENR]);
    receive(DROP);
    expect(events).toHaveLength(3);
    dropInPage(window, target(), [SENR]);
    expect(events).toHaveLength(6);
  });

  it('does not come of a message from another window', () => {
    point();
    receive(DROP, null);
    expect(events).toEqual([]);
    receive(DROP);
    expect(events).toHaveLength(3);
  });

  it.each([null, 'text', {}, { type: 'other' }])('does not come of a message like %j', (data) => {
    point();
    receive(data);
    expect(events).toEqual([]);
    receive(DROP);
  });

  // Last: what serves the drops cannot be taken away again.
  it('is one, though the script has run twice', () => {
    serveDropsInPage(window);
    dropInPage(window, target(), [SENR]);
    expect(events).toHaveLength(3);
  });
});
