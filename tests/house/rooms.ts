/**
 * The map of the house, kept only here. `npm run map` writes the linter's zones and the README's
 * map from it, and tests/architecture.test.ts checks the code against it.
 */

/** One folder in lib. */
export interface Room<Name extends string = string> {
  /** Its content, as one phrase for the README. */
  readonly holds: string;
  readonly mayImport: readonly Name[];
  /**
   * `pure`: the same input gives the same answer, without a clock, randomness, the browser or a
   * DOM.
   */
  readonly kind: 'pure' | 'effects';
}

export const ROOMS: Readonly<Record<string, Room>> = house({
  calpads: {
    kind: 'pure',
    holds: 'file types, school years, labels, record layouts, look-alikes, limits',
    mayImport: [],
  },
  requirements: {
    kind: 'pure',
    holds: 'reporting cycles (funding rounds → school years), organizations, six steps, letters',
    mayImport: ['calpads', 'validation', 'words'],
  },
  words: {
    kind: 'pure',
    holds: 'keys of the texts, and how values inside them are written',
    mayImport: [],
  },
  reading: {
    kind: 'effects',
    holds: 'reads the bytes of a chosen file, block by block, in flat memory',
    mayImport: [],
  },
  inspection: {
    kind: 'effects',
    holds: 'bytes → FileFacts, in one streaming pass',
    mayImport: ['archive', 'calpads', 'reading'],
  },
  rules: {
    kind: 'pure',
    holds: 'FileFacts → findings; one rule per file, listed in all-rules.ts',
    mayImport: ['calpads', 'inspection', 'words'],
  },
  fixes: {
    kind: 'pure',
    holds:
      'findings → plan: convert, drop column names, rename, zip, split, cut by school year; which files go together; the description',
    mayImport: ['archive', 'calpads', 'inspection', 'reading', 'rules', 'words'],
  },
  archive: {
    kind: 'effects',
    holds:
      "writes a zip and proves it with a second implementation; takes the files out of a person's own zip, refuses a hostile one",
    mayImport: ['calpads', 'reading', 'validation'],
  },
  'upload-page': {
    kind: 'effects',
    holds: "the site's DOM: one entry per control, signs, page state, how fields are filled",
    mayImport: [],
  },
  'page-side': {
    kind: 'effects',
    holds:
      "the content script's work: the guard, files on the page and their teller, the page's lifetime, pointing",
    mayImport: ['ledger', 'messaging', 'reading', 'settings', 'upload-page'],
  },
  session: {
    kind: 'effects',
    holds:
      "the panel's work: what becomes of the person's files, as a pure machine with one runner",
    mayImport: [
      'archive',
      'calpads',
      'fixes',
      'inspection',
      'ledger',
      'messaging',
      'reading',
      'rules',
      'upload-page',
      'words',
    ],
  },
  report: {
    kind: 'pure',
    holds:
      'what a person keeps: the report of a check (one HTML page, one JSON file), the receipt of what was sent',
    mayImport: ['fixes', 'inspection', 'rules', 'session', 'validation', 'words'],
  },
  ledger: {
    kind: 'effects',
    holds:
      'events → checklist, next step and the table of all; kept on disk, backup, CSV, pasted districts',
    mayImport: ['calpads', 'receipts', 'requirements', 'settings', 'validation', 'words'],
  },
  receipts: {
    kind: 'pure',
    holds: 'pasted row counts → table; compared with what was sent',
    mayImport: ['calpads', 'words'],
  },
  settings: {
    kind: 'effects',
    holds: 'what is remembered besides the ledger; the list of all stored data',
    mayImport: ['validation', 'words'],
  },
  background: {
    kind: 'effects',
    holds: 'answers every message; the only writer of ledger and settings; badge',
    mayImport: ['ledger', 'messaging', 'requirements', 'settings', 'validation', 'words'],
  },
  messaging: {
    kind: 'effects',
    holds: 'what the contexts say to one another, checked on arrival',
    mayImport: ['calpads', 'ledger', 'requirements', 'upload-page', 'validation'],
  },
  browser: {
    kind: 'effects',
    holds: "the only door to the browser's API",
    mayImport: ['background', 'messaging', 'settings', 'upload-page', 'words'],
  },
  validation: {
    kind: 'effects',
    holds: "the only door to zod, set up for the extension's CSP; schemas that several rooms share",
    mayImport: ['calpads', 'upload-page'],
  },
});

/** Makes the compiler reject a room name that is not on the map. */
function house<Name extends string>(
  rooms: Readonly<Record<Name, Room<NoInfer<Name>>>>,
): Readonly<Record<Name, Room>> {
  return rooms;
}

/** A package that only one room imports. The other rooms reach it through that room. */
export interface Door {
  readonly packages: readonly string[];
  readonly room: string;
  /** What to do instead of a direct import. */
  readonly instead: string;
}

export const DOORS: readonly Door[] = [
  {
    packages: ['webextension-polyfill', 'wxt/browser'],
    room: 'browser',
    instead:
      "lib/browser is the only door to the browser's API: take what you need as an argument, or add it there.",
  },
  {
    packages: ['zod', 'zod/**'],
    room: 'validation',
    instead:
      "Import z from lib/validation/z.ts: it is set up for the extension's CSP, which forbids the code that zod otherwise makes at run time.",
  },
];

/** The rooms of the content scripts. They may not even import a package. */
export const CONTENT_SCRIPT_ROOMS: readonly string[] = ['page-side', 'upload-page'];
export const CONTENT_SCRIPTS: readonly string[] = [
  'entrypoints/upload-page.ts',
  'entrypoints/upload-work.ts',
  'entrypoints/upload-page-drop.content.ts',
];

/** The top folders, in the README's order. The rooms are listed below lib. */
export const FOLDERS: Readonly<Record<string, string>> = {
  entrypoints:
    'thin wiring: background, the content scripts (upload-page on every page of the site, upload-work on the upload page), the panel and the tab (assist), the popup, setup, the list of the rules',
  components:
    'React: assist/ (the panel), check-files/ (the tab), checklist/ (the popup), organizations/ (the table of all), setup/, rules/ (the list of the rules), ui/ (theme, shared parts)',
  lib: 'imports point one way, from room to room as tests/house/rooms.ts says; a star marks a pure room',
  public: 'icons, texts in English and Spanish',
  tests:
    'unit/, e2e/ (both browsers), portal/ (practice site), corpus/ (invented extracts), practice/ (npm start), run/ (npm test), bench/ (npm run bench), mutation/ (npm run mutate: the code broken on purpose), model/ (the whole way in random orders), house/ (this map) and architecture.test.ts, which holds the code to it',
  docs: 'the way of a file, from the choice to the checklist; the rules as a list for people; the JSON of a check report; the threat model',
};
