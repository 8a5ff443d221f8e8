import { defineConfig } from 'wxt';

/** The only site the assistant runs on; domain facts, "The upload page". */
const SITE = ['https://www.calpassplus.org/*', 'https://calpassplus.org/*'];

/** Nothing may be loaded from, or sent to, anywhere but the extension's own package. */
const EXTENSION_PAGE_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

/** Public half of a key made for this project: it keeps the Chromium extension id the same on every machine. */
const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA3bkfL9tXnsDSBf/BAwBDr4D9QwiRtAPhmoOwPRrNv13sXKot2TK3c6sV5f/UaCrTbEbgPRG4ZikI4w034GMWENzoD6mEmACl0eyl2FZZZC/i9A8AErhyF/ggJal81ejL2hu0iK9FqeTCRnQAhsiEtVPS/2BitYayR5swicD/4TFUb1+f95IK1ZiuLO59WN4ITBNEGylLUAyPlILxOrGuDxOPVcbJCrln4oRsDw/hR3Ohz5QBnbt2GFAU89+aTpxhzoDDf+wd83GQqIxra2TvhRPhgeSRZ9t0C55Rrk4ErFE08HDoR/tTw9OjHk41NHI77L7KymUEg5P35rjpYyO8dwIDAQAB';

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  // Workers as modules can load a part of themselves only when it is needed.
  vite: () => ({ worker: { format: 'es' } }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_short_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'alarms'],
    options_ui: { page: 'setup.html', open_in_tab: true },
    host_permissions: SITE,
    content_scripts: [
      { matches: SITE, js: ['upload-page.js'], run_at: 'document_start', all_frames: true },
    ],
    content_security_policy: { extension_pages: EXTENSION_PAGE_CSP },
    // The panel, and the part of the content script that only the upload page needs.
    web_accessible_resources: [{ resources: ['assist.html', 'upload-work.js'], matches: SITE }],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'upload-assistant@k12-strong-workforce.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            // Firefox for Android reads data_collection_permissions from 142 on; the linter asks for it.
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : {
          key: CHROMIUM_KEY,
          minimum_chrome_version: '123',
          // A page that asks it of all its frames would otherwise leave the panel without workers.
          cross_origin_embedder_policy: { value: 'require-corp' },
        }),
  }),
});
