import { launchFirefox } from './drivers/firefox.ts';
import { describeBrowser } from './scenarios.ts';
import { HARD_TO_ZIP } from './split.ts';

describeBrowser({
  name: 'Firefox',
  launch: launchFirefox,
  build: 'firefox-mv3',
  largeFile: HARD_TO_ZIP,
  // Its driver makes no trusted drop. It reads a changed file as it is now, and a scenario checks that.
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
