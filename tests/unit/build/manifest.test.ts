import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const OUTPUT = join(import.meta.dirname, '..', '..', '..', '.output');

function manifestOf(build: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(OUTPUT, build, 'manifest.json'), 'utf8'));
}

const SITE = ['https://www.calpassplus.org/*', 'https://calpassplus.org/*'];
const SITE_SORTED = SITE.toSorted();

/** Every key that both shipped manifests may have; one more is one permission too many. */
const COMMON = {
  manifest_version: 3,
  name: '__MSG_extension_name__',
  short_name: '__MSG_extension_short_name__',
  description: '__MSG_extension_description__',
  version: '0.1.0',
  default_locale: 'en',
  icons: {
    '16': 'icon/16.png',
    '32': 'icon/32.png',
    '48': 'icon/48.png',
    '128': 'icon/128.png',
  },
  permissions: ['storage', 'alarms'],
  host_permissions: SITE,
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
      "worker-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
  },
  options_ui: { page: 'setup.html', open_in_tab: true },
  web_accessible_resources: [{ resources: ['assist.html', 'upload-work.js'], matches: SITE }],
  action: { default_title: '__MSG_extension_name__', default_popup: 'popup.html' },
  content_scripts: [
    { matches: SITE, all_frames: true, run_at: 'document_start', js: ['upload-page.js'] },
    {
      matches: SITE_SORTED,
      all_frames: true,
      run_at: 'document_start',
      js: ['content-scripts/upload-page-drop.js'],
      world: 'MAIN',
    },
  ],
};

const EXPECTED = {
  'chrome-mv3': {
    ...COMMON,
    key: expect.stringMatching(/^MIIB[\w+/]+={0,2}$/),
    cross_origin_embedder_policy: { value: 'require-corp' },
    minimum_chrome_version: '123',
    background: { service_worker: 'background.js' },
  },
  'firefox-mv3': {
    ...COMMON,
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'upload-assistant@k12-strong-workforce.example',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  },
} as const;

describe.each(Object.entries(EXPECTED))('the built manifest of %s', (build, expected) => {
  const manifest = manifestOf(build);

  it('has exactly the expected keys', () => {
    expect(Object.keys(manifest).toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(Object.entries(expected))('has the expected %s', (key, value) => {
    expect(manifest[key]).toEqual(value);
  });
});
