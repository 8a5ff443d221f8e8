import { launchChromium } from './drivers/chromium.ts';
import { describeBrowser } from './scenarios.ts';

describeBrowser('Chromium', launchChromium, 'chrome-mv3');
