import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Portal } from '../portal/portal.ts';
import { startPortal } from '../portal/portal.ts';
import { THANKS, USUAL_STEPS } from '../portal/variants/form-pieces.ts';
import { otherOrder } from '../portal/variants/other-order.ts';
import { telerik } from '../portal/variants/telerik.ts';
import type {
  PagePlace,
  PurposeControl,
  UploadPageVariant,
} from '../portal/variants/upload-page-variant.ts';
import type { KnownVariant } from '../portal/variants.ts';
import { PORTAL_VARIANTS } from '../portal/variants.ts';
import { findBrowser } from '../run/browsers.mjs';
import { extract, writeFiles } from './files.ts';

const VARIANTS: readonly KnownVariant[] = PORTAL_VARIANTS;
const NAME = 'SENR 2022-23.txt';
const DESCRIPTION = 'SENR 2022-23';

let portal: Portal;
let browser: Browser;
let context: BrowserContext;
let folder = '';
let path = '';

/**
 * Proves that the practice pages work like real ones. Without any extension, a person can upload on
 * each of them by mouse and keyboard, and only what the person did reaches the server.
 */
describe.concurrent('by hand, without the extension', () => {
  beforeAll(async () => {
    portal = await startPortal();
    folder = await mkdtemp(join(tmpdir(), 'upload-assistant-by-hand-'));
    [path = ''] = await writeFiles(folder, [extract(NAME, 'SENR')]);
    const executablePath = findBrowser('chromium');
    browser = await chromium.launch({
      ...(executablePath && { executablePath }),
      proxy: { server: portal.proxyUrl },
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    });
    context = await browser.newContext({ ignoreHTTPSErrors: true });
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(VARIANTS.map((variant) => [variant.id, variant] as const))(
    'the %s page takes a file',
    async (id, variant) => {
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.goto(portal.url({ variant: id }));
      await expectLookAlikesThere(page, variant);
      for (const step of variant.byHand ?? USUAL_STEPS) await doByHand(page, variant, step.do);

      const { controls } = variant;
      const thanks = locate(page, variant, { ...controls.submit, selector: '.confirmation' });
      await thanks.waitFor();
      expect(await thanks.innerText()).toMatch(THANKS);
      expect(portal.submissions().filter((submission) => submission.variant === id)).toMatchObject([
        {
          purpose: controls.purpose ? 'CALPADS' : '',
          ...(controls.description && { description: DESCRIPTION }),
          files: [{ name: NAME }],
        },
      ]);
      expect(errors).toEqual([]);
      if (variant.leave) {
        await locate(page, variant, variant.leave).click();
        expect(await thanks.count()).toBe(0);
      }
      await page.close();
    },
  );

  it.each([telerik, otherOrder])(
    'a file with an issue can be removed and chosen again on the $id page',
    async (variant) => {
      const page = await context.newPage();
      await page.goto(portal.url({ variant: variant.id, behaviour: 'issue-with-one-file' }));
      const list = page.locator('.file-list');
      await page.setInputFiles(variant.controls.files.selector, path);
      await list.getByText('Issue with File').waitFor();
      await list.getByText('Remove').click();
      expect(await list.innerText()).toBe('');
      await chooseFile(page, variant);
      await page.close();
    },
  );

  it('a file is shown as loading for a while on a slow page', async () => {
    const page = await context.newPage();
    await page.goto(portal.url({ variant: 'telerik', behaviour: 'slow-load' }));
    await page.setInputFiles(telerik.controls.files.selector, path);
    await page.locator('.file-list').getByText('Loading in Progress').waitFor();
    expect(await page.locator(telerik.controls.submit.selector).isDisabled()).toBe(true);
    await page.locator('.file-list').getByText('Ready to Submit').waitFor();
    await page.close();
  });
});

/** A look-alike that is missing proves nothing. */
async function expectLookAlikesThere(page: Page, variant: UploadPageVariant): Promise<void> {
  for (const lookAlike of variant.shouldNot) {
    await locate(page, variant, lookAlike).waitFor({ state: 'attached' });
  }
}

async function doByHand(
  page: Page,
  variant: UploadPageVariant,
  step: 'purpose' | 'description' | 'files' | 'submit' | PagePlace,
): Promise<void> {
  const { controls } = variant;
  if (typeof step === 'object') return locate(page, variant, step).click();
  if (step === 'submit') return locate(page, variant, controls.submit).click();
  if (step === 'files') return chooseFile(page, variant);
  if (step === 'purpose' && controls.purpose) {
    return choosePurpose(page, variant, controls.purpose);
  }
  if (step === 'description' && controls.description) {
    const description = locate(page, variant, controls.description);
    await description.click();
    await description.pressSequentially(DESCRIPTION);
  }
}

async function choosePurpose(
  page: Page,
  variant: UploadPageVariant,
  purpose: PurposeControl,
): Promise<void> {
  const control = locate(page, variant, purpose);
  if (purpose.kind === 'select') {
    await control.selectOption({ label: 'CALPADS' });
    return;
  }
  if (purpose.kind === 'dropdown') await control.click();
  await locate(page, variant, purpose.options).filter({ hasText: 'CALPADS' }).click();
  if (purpose.kind === 'radios') return;
  const shows = locate(page, variant, purpose.shows ?? purpose);
  const isInput = (await shows.evaluate(({ localName }) => localName)) === 'input';
  expect(isInput ? await shows.inputValue() : await shows.textContent()).toBe('CALPADS');
}

/** Chooses the file and waits, as a person does, until the page says that it is ready. */
async function chooseFile(page: Page, variant: UploadPageVariant): Promise<void> {
  const { files } = variant.controls;
  if (files.kind === 'input') {
    await locate(page, variant, files).setInputFiles(path);
  } else {
    const chooser = page.waitForEvent('filechooser');
    await locate(page, variant, files).click();
    await (await chooser).setFiles(path);
  }
  // The legend says it too, and comes first.
  await locate(page, variant, {
    ...files,
    selector: ':text-matches("Ready to Submit|Listo para enviar")',
  })
    .nth(1)
    .waitFor();
}

function locate(page: Page, { frame }: UploadPageVariant, place: PagePlace): Locator {
  let around: Page | Locator | FrameLocator = page;
  for (const host of place.within ?? []) {
    around = host === frame ? around.frameLocator(host) : around.locator(host);
  }
  return around.locator(place.selector);
}
