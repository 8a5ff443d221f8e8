import { defineContentScript } from '#imports';
import { bringInDetachedInputs } from '../lib/page-side/detached-inputs.ts';
import { serveDropsInPage } from '../lib/page-side/page-drop.ts';
import { safelyWith } from '../lib/upload-page/safely.ts';

export default defineContentScript({
  matches: ['https://www.calpassplus.org/*', 'https://calpassplus.org/*'],
  runAt: 'document_start',
  allFrames: true,
  world: 'MAIN',
  main() {
    // An error in here would be the page's own for whoever watches the page's errors.
    const quietly = safelyWith(() => {});
    quietly(serveDropsInPage)(window);
    quietly(bringInDetachedInputs)(window);
  },
});
