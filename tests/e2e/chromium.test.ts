import { launchChromium } from './drivers/chromium.ts';
import { describeBrowser } from './scenarios.ts';

describeBrowser({
  name: 'Chromium',
  launch: launchChromium,
  build: 'chrome-mv3',
  can: {
    drop: true,
    noticeChangedFiles: true,
    // A person takes back access in the browser's own settings, which no driver reaches.
    takeAccessBack: false,
    runScriptsAgain: true,
    updateOpenPages: false,
    killPanel: true,
    keepPages: false,
    restoreCopies: false,
  },
});
