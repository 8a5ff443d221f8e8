import { launchChromium } from './drivers/chromium.ts';
import { describeBrowser } from './scenarios.ts';

describeBrowser({
  name: 'Chromium',
  launch: launchChromium,
  build: 'chrome-mv3',
  can: { drop: true, noticeChangedFiles: true },
});
