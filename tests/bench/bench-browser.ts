import { tmpdir } from 'node:os';
import { launchChromium } from '../e2e/drivers/chromium.ts';
import type { Driver } from '../e2e/drivers/driver.ts';
import { launchFirefox } from '../e2e/drivers/firefox.ts';
import type { BrowserName } from './options.ts';

/** The bench's server stands in for the drivers' proxy: the page needs no other host. */
export function launchForBench(name: BrowserName, port: number): Promise<Driver> {
  const launchBrowser = name === 'firefox' ? launchFirefox : launchChromium;
  return launchBrowser({
    extensionDir: undefined,
    proxyPort: port,
    headless: true,
    downloadsDir: tmpdir(),
  });
}
