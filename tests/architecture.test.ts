import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The map of the house: which room of lib may import from which other rooms. The linter holds the
 * same map (biome.json), with a message for whoever crosses it; this test holds the linter.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  calpads: [],
  words: [],
  validation: ['calpads', 'upload-page'],
  'upload-page': [],
  requirements: ['calpads', 'validation', 'words'],
  reading: [],
  archive: ['calpads', 'reading', 'validation'],
  inspection: ['archive', 'calpads', 'reading'],
  rules: ['calpads', 'inspection', 'words'],
  receipts: ['calpads', 'words'],
  fixes: ['calpads', 'inspection', 'reading', 'rules', 'words'],
  messaging: ['calpads', 'ledger', 'requirements', 'upload-page', 'validation'],
  ledger: ['calpads', 'receipts', 'requirements', 'settings', 'validation'],
  browser: ['background', 'messaging', 'settings', 'upload-page', 'words'],
  session: [
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
  'page-side': ['ledger', 'messaging', 'reading', 'settings', 'upload-page'],
  settings: ['validation', 'words'],
  background: ['ledger', 'messaging', 'requirements', 'settings', 'validation', 'words'],
};

/** Rooms that must give the same answer for the same input: no clock, chance, browser or DOM. */
const PURE_ROOMS = ['calpads', 'requirements', 'rules', 'receipts', 'fixes', 'words'];

const ROOT = join(import.meta.dirname, '..');

interface Import {
  readonly file: string;
  /** Path from the root for the project's own files, else the package's name. */
  readonly of: string;
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path) && statSync(join(ROOT, path)).isFile());
}

function sourceOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function importsOf(file: string): Import[] {
  const specifiers = sourceOf(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...specifiers].map(([, specifier = '']) => ({
    file,
    of: specifier.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(file), specifier))
      : specifier,
  }));
}

const lib = filesIn('lib');
const components = filesIn('components');
const entrypoints = filesIn('entrypoints');

function isWithin(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

describe('the map of the house', () => {
  it('names every room of lib, and no other', () => {
    const folders = readdirSync(join(ROOT, 'lib'));
    expect(folders.toSorted()).toEqual(Object.keys(ROOMS).toSorted());
  });

  it.each(Object.entries(ROOMS))('lib/%s imports only from %j', (room, allowed) => {
    const strays = filesIn(`lib/${room}`)
      .flatMap(importsOf)
      .filter(({ of }) => isWithin(of, 'lib'))
      .filter(({ of }) => ![room, ...allowed].includes(of.split('/')[1] ?? ''));
    expect(strays).toEqual([]);
  });

  it('has no circle between rooms', () => {
    const reach = (room: string, seen: readonly string[]): void => {
      expect(seen, `${[...seen, room].join(' → ')}`).not.toContain(room);
      for (const next of ROOMS[room] ?? []) reach(next, [...seen, room]);
    };
    for (const room of Object.keys(ROOMS)) reach(room, []);
  });

  it('lets data flow one way: entrypoints → components → lib', () => {
    const strays = [
      ...lib.flatMap(importsOf).filter(({ of }) => /^(components|entrypoints|react)/.test(of)),
      ...components.flatMap(importsOf).filter(({ of }) => isWithin(of, 'entrypoints')),
    ];
    expect(strays).toEqual([]);
  });

  it('has one door to the browser API', () => {
    const doors = [...lib, ...components, ...entrypoints]
      .flatMap(importsOf)
      .filter(({ of }) => of === 'webextension-polyfill' || of === 'wxt/browser')
      .map(({ file }) => dirname(file));
    expect(new Set(doors)).toEqual(new Set(['lib/browser']));
  });

  it('keeps the pure rooms pure', () => {
    const impure =
      /\b(Date\.now|new Date|Math\.random|randomUUID|document|window|fetch|browser)\b[.(]/;
    const strays = PURE_ROOMS.flatMap((room) => filesIn(`lib/${room}`)).filter((file) =>
      impure.test(sourceOf(file)),
    );
    expect(strays).toEqual([]);
  });

  it('has thin entrypoints', () => {
    const lengths = entrypoints.map((file) => ({ file, lines: sourceOf(file).split('\n').length }));
    expect(lengths.filter(({ lines }) => lines > 50)).toEqual([]);
  });

  it('has no request of its own anywhere', () => {
    const network = /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b\s*\(/;
    const strays = [...lib, ...components, ...entrypoints].filter((file) =>
      network.test(sourceOf(file)),
    );
    expect(strays).toEqual([]);
  });
});

describe('the linter', () => {
  interface Override {
    readonly includes: readonly string[];
    readonly linter: {
      readonly rules: {
        readonly style: {
          readonly noRestrictedImports?: {
            readonly level: string;
            readonly options: {
              readonly patterns: readonly { readonly group: readonly string[] }[];
            };
          };
        };
      };
    };
  }
  const { overrides } = JSON.parse(sourceOf('biome.json')) as { overrides: Override[] };

  it.each(Object.entries(ROOMS))('holds the same map for lib/%s', (room, allowed) => {
    const zone = overrides.find(({ includes }) => includes.includes(`lib/${room}/**`));
    const rule = zone?.linter.rules.style.noRestrictedImports;
    expect(rule?.level).toBe('error');
    const groups = rule?.options.patterns.map(({ group }) => group) ?? [];
    const rooms = groups.find((group) => group.includes('../*/**')) ?? [];
    const exceptions = rooms.filter((pattern) => pattern.startsWith('!../')).map(roomOf);
    expect(exceptions.filter((name) => name !== 'public').toSorted()).toEqual(allowed.toSorted());
  });

  function roomOf(pattern: string): string {
    return pattern.replace(/^!(\.\.\/)+/, '').split('/')[0] ?? '';
  }
});
