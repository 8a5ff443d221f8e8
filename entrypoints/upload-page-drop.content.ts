import { defineContentScript } from '#imports';
import { bringInDetachedInputs } from '../lib/upload-page/detached-inputs.ts';
import { serveDropsInPage } from '../lib/upload-page/page-drop.ts';

export default defineContentScript({
  matches: ['https://www.calpassplus.org/*', 'https://calpassplus.org/*'],
  runAt: 'document_start',
  allFrames: true,
  world: 'MAIN',
  main() {
    serveDropsInPage(window);
    bringInDetachedInputs(window);
  },
});
