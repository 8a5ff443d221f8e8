/**
 * Some pages make a file input only for the click and never put it into the document. Its events
 * then reach nobody but the page, no guard either. So, in the page's own world, such an input is put
 * into the document, out of sight, before its dialog opens; the page's own listeners stay on it.
 */
export function bringInDetachedInputs(window: Window & typeof globalThis): void {
  const { document } = window;
  const { prototype } = window.HTMLInputElement;
  const openers = { click: prototype.click, showPicker: prototype.showPicker };
  for (const name of ['click', 'showPicker'] as const) {
    const open = openers[name];
    Object.defineProperty(prototype, name, {
      configurable: true,
      writable: true,
      value: function bringIn(this: HTMLInputElement) {
        try {
          if (this.type === 'file' && !this.isConnected) shelter(document).replaceChildren(this);
        } catch {
          // The page's own click must work whatever happens here.
        }
        return open.call(this);
      },
    });
  }
}

const SHELTERS = new WeakMap<Document, HTMLElement>();

/** Holds the input of the last choice alone: a page that has made another has let go of it. */
function shelter(document: Document): HTMLElement {
  const known = SHELTERS.get(document) ?? document.createElement('div');
  SHELTERS.set(document, known);
  known.hidden = true;
  known.dataset['uploadAssistant'] = 'shelter';
  if (!known.isConnected) document.documentElement.append(known);
  return known;
}
