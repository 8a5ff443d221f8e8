import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Import } from './house/imports.ts';
import { circlesIn, filesIn, graphOf, importsOf, sourceOf, waysFrom } from './house/imports.ts';
import { lintZones, README_FILE, withMap, ZONES_FILE } from './house/map.ts';
import { CONTENT_SCRIPT_ROOMS, CONTENT_SCRIPTS, DOORS, FOLDERS, ROOMS } from './house/rooms.ts';

const lib = filesIn('lib');
const components = filesIn('components');
const entrypoints = filesIn('entrypoints');
const shipped = [...lib, ...components, ...entrypoints];

function isWithin(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

function roomOf(path: string): string | undefined {
  return isWithin(path, 'lib') ? path.split('/')[1] : undefined;
}

describe('the map of the house', () => {
  it('names every room of lib, and no other', () => {
    expect(readdirSync('lib').toSorted()).toEqual(Object.keys(ROOMS).toSorted());
  });

  it('names every folder at the top, and no other', () => {
    const folders = readdirSync('.', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
      .map(({ name }) => name);
    expect(folders.toSorted()).toEqual(Object.keys(FOLDERS).toSorted());
  });

  it.each(Object.entries(ROOMS))('lib/%s imports only from rooms that it may', (room, of) => {
    const allowed = [room, ...of.mayImport];
    const strays = filesIn(`lib/${room}`)
      .flatMap(importsOf)
      .filter((each) => isWithin(each.of, 'lib') && !allowed.includes(roomOf(each.of) ?? ''));
    expect(strays).toEqual([]);
  });

  it('has no circle between rooms', () => {
    const rooms = new Map(Object.entries(ROOMS).map(([room, { mayImport }]) => [room, mayImport]));
    expect(circlesIn(rooms)).toEqual([]);
  });

  it('has no circle of imports between files, not even for types', () => {
    expect(circlesIn(graphOf(shipped))).toEqual([]);
  });

  it('lets data flow one way: entrypoints → components → lib', () => {
    const strays = [
      ...lib.flatMap(importsOf).filter(({ of }) => /^(components|entrypoints|react)/.test(of)),
      ...components.flatMap(importsOf).filter(({ of }) => isWithin(of, 'entrypoints')),
    ];
    expect(strays).toEqual([]);
  });

  it.each(DOORS)('lib/$room is the only door to $packages', ({ packages, room }) => {
    const isBehindIt = ({ of }: Import) =>
      packages.some((name) => of === name || isWithin(of, name.replace('/**', '')));
    const rooms = shipped
      .flatMap(importsOf)
      .filter(isBehindIt)
      .map(({ file }) => dirname(file));
    expect(new Set(rooms)).toEqual(new Set([`lib/${room}`]));
  });

  it('keeps the pure rooms pure', () => {
    const impure =
      /\b(Date\.now|new Date|Math\.random|randomUUID|document|window|fetch|browser)\b[.(]/;
    const strays = Object.entries(ROOMS)
      .filter(([, { kind }]) => kind === 'pure')
      .flatMap(([room]) => filesIn(`lib/${room}`))
      .filter((file) => impure.test(sourceOf(file)));
    expect(strays).toEqual([]);
  });

  it('has thin entrypoints', () => {
    const lengths = entrypoints.map((file) => ({ file, lines: sourceOf(file).split('\n').length }));
    expect(lengths.filter(({ lines }) => lines > 50)).toEqual([]);
  });

  it('has no request of its own anywhere', () => {
    const network = /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b\s*\(/;
    expect(shipped.filter((file) => network.test(sourceOf(file)))).toEqual([]);
  });
});

describe('the content scripts', () => {
  const atRunTime = graphOf(shipped, ({ isTypeOnly }) => !isTypeOnly);
  const starts = [
    ...CONTENT_SCRIPTS,
    ...CONTENT_SCRIPT_ROOMS.flatMap((room) => filesIn(`lib/${room}`)),
  ];

  it('are made of the rooms that are named for them', () => {
    const reached = CONTENT_SCRIPTS.flatMap((start) => [...waysFrom(start, atRunTime).keys()]);
    expect(reached.map(roomOf)).toEqual(expect.arrayContaining([...CONTENT_SCRIPT_ROOMS]));
  });

  // zod, React or a zip writer would be larger than the script may be.
  it('reach no package at run time, by no way', () => {
    const ways = starts.flatMap((start) => [...waysFrom(start, atRunTime)]);
    const strays = ways.filter(([of]) => !atRunTime.has(of) && of !== '#imports');
    expect(strays.map(([, way]) => way.join(' → '))).toEqual([]);
  });
});

describe('what is written from the map (npm run map)', () => {
  it("the linter's zones", () => {
    expect(JSON.parse(sourceOf(ZONES_FILE))).toEqual(lintZones());
    expect(JSON.parse(sourceOf('biome.json'))).toMatchObject({ extends: [`./${ZONES_FILE}`] });
  });

  it("the README's map", () => {
    const readme = sourceOf(README_FILE);
    expect(withMap(readme)).toBe(readme);
  });
});
