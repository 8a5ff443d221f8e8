import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../e2e/drivers/chromium.ts';
import type { Driver } from '../e2e/drivers/driver.ts';
import { launchFirefox } from '../e2e/drivers/firefox.ts';
import type { Portal } from '../portal/portal.ts';
import { ROOT } from '../run/stages.ts';
import type { BrowserName } from './options.ts';

export const BUILDS: Readonly<Record<BrowserName, string>> = {
  chromium: join(ROOT, '.output', 'chrome-mv3'),
  firefox: join(ROOT, '.output', 'firefox-mv3'),
};

/**
 * A browser without the extension. The bench's server acts as the driver's proxy, because the page
 * needs no other host.
 */
export function launchForBench(browser: BrowserName, port: number): Promise<Driver> {
  return launch(browser, port, undefined);
}

/** A browser with the shipped build, on the practice portal. */
export function launchShipped(browser: BrowserName, { proxyPort }: Portal): Promise<Driver> {
  return launch(browser, proxyPort, BUILDS[browser]);
}

export function launch(
  browser: BrowserName,
  proxyPort: number,
  extensionDir: string | undefined,
): Promise<Driver> {
  const launchBrowser = browser === 'firefox' ? launchFirefox : launchChromium;
  return launchBrowser({ extensionDir, proxyPort, headless: true, downloadsDir: tmpdir() });
}
