import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { findOnPath } from './programs.mjs';

/**
 * Where to look for the two browsers: on the PATH under their package names, in the usual places on
 * macOS and Windows, then among Playwright's own downloads. This is plain JavaScript, because the
 * setup runs it before anything is installed.
 */
const KNOWN = {
  chromium: {
    // Google Chrome itself no longer takes --load-extension, so it comes last.
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    places: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  },
  firefox: {
    commands: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
  },
};

/**
 * @param {'chromium' | 'firefox'} name
 * @returns {string | undefined} the path of its program
 */
export function findBrowser(name) {
  const installed =
    findOnPath(KNOWN[name].commands) ?? KNOWN[name].places.find((path) => existsSync(path));
  return installed ?? (name === 'chromium' ? playwrightChromium() : undefined);
}

function playwrightChromium() {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright');
    const path = chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined; // not installed yet
  }
}
