import { launchFirefox } from './drivers/firefox.ts';
import { describeBrowser } from './scenarios.ts';

describeBrowser({
  name: 'Firefox',
  launch: launchFirefox,
  build: 'firefox-mv3',
  // Its driver makes no trusted drop; and it reads a changed file as it now is, which is checked too.
  can: {
    drop: false,
    noticeChangedFiles: false,
    takeAccessBack: true,
    runScriptsAgain: false,
    updateOpenPages: true,
    killPanel: false,
    keepPages: true,
    restoreCopies: true,
  },
});
