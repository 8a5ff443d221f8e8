import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PracticeSample } from '../corpus/samples.ts';
import { writePracticeSamples } from '../corpus/samples.ts';
import { launchChromium } from '../e2e/drivers/chromium.ts';
import type { Driver } from '../e2e/drivers/driver.ts';
import { launchFirefox } from '../e2e/drivers/firefox.ts';
import type { Portal } from '../portal/portal.ts';
import { startPortal } from '../portal/portal.ts';
import { findBrowser } from '../run/browsers.mjs';
import { ROOT, run } from '../run/stages.ts';
import { playJourney } from './journey.ts';
import { printSubmission } from './print.ts';

/** `npm start`: a real browser with the extension on the practice portal, and files to try. */
const OUTPUT = join(ROOT, '.output', 'practice');

const isFirefox = process.argv.includes('--firefox');
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

if (!findBrowser(isFirefox ? 'firefox' : 'chromium')) {
  console.error(`${isFirefox ? 'Firefox' : 'Chromium'} is missing; the set-up above said why.`);
  process.exit(1);
}
const build = await run('wxt', ['build', '-b', isFirefox ? 'firefox' : 'chrome', '--mv3']);
if (!build.ok) process.exit(1);

await rm(OUTPUT, { recursive: true, force: true });
await mkdir(join(OUTPUT, 'saved'), { recursive: true });
const samples = await writePracticeSamples(join(OUTPUT, 'files'));
const portal = await startPortal();
const launch = isFirefox ? launchFirefox : launchChromium;
const driver = await launch({
  extensionDir: join(ROOT, '.output', isFirefox ? 'firefox-mv3' : 'chrome-mv3'),
  proxyPort: portal.proxyPort,
  headless: !hasDisplay,
  downloadsDir: join(OUTPUT, 'saved'),
});
try {
  if (hasDisplay) await letThePersonPlay(driver, portal, samples);
  else await playJourney({ driver, portal, samples, picturesDir: OUTPUT });
} finally {
  await driver.close();
  await portal.close();
}

async function letThePersonPlay(
  browser: Driver,
  site: Portal,
  files: readonly PracticeSample[],
): Promise<void> {
  await browser.goto(site.url({ variant: 'plain' }));
  console.log(`
The practice upload page is open in ${isFirefox ? 'Firefox' : 'Chromium'}, with the extension.
Choose all ${files.length} files of this folder on the page:

  ${join(OUTPUT, 'files')}

Then read the panel at the bottom right, and click what it offers. Nothing leaves this computer.
What the server receives is printed here. Close the browser to end.`);
  let printed = 0;
  const timer = setInterval(() => {
    for (const submission of site.submissions().slice(printed)) printSubmission(submission);
    printed = site.submissions().length;
  }, 500);
  await browser.untilClosed();
  clearInterval(timer);
}
