/** Looks like the panel's frame (lib/upload-page/panel-host.ts) and does nothing. */
const host = document.createElement('div');
host.dataset.inertFrame = '';
host.style.cssText =
  'all: initial; position: fixed; z-index: 2147483647; right: 16px; bottom: 0; width: 380px; height: 48px';
const frame = document.createElement('iframe');
frame.style.cssText =
  'all: initial; display: block; width: 100%; height: 100%; border: 0; border-radius: 8px 8px 0 0; box-shadow: 0 2px 16px rgb(0 0 0 / 35%); color-scheme: light dark';
frame.src = (globalThis.browser ?? chrome).runtime.getURL('frame.html');
host.attachShadow({ mode: 'closed' }).append(frame);
document.documentElement.append(host);
