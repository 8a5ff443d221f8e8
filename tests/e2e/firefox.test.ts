import { launchFirefox } from './drivers/firefox.ts';
import { describeBrowser } from './scenarios.ts';

describeBrowser('Firefox', launchFirefox, 'firefox-mv3');
