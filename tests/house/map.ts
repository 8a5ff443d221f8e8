import { DOORS, FOLDERS, ROOMS } from './rooms.ts';

/** The linter's zones. biome.json extends this file. */
export const ZONES_FILE = 'tests/house/zones.json';
export const README_FILE = 'README.md';

/** Imports that the linter rejects, and what to do instead. */
interface Pattern {
  readonly group: readonly string[];
  readonly message: string;
}

const NO_REACT: Pattern = {
  group: ['**/components/**', '**/entrypoints/**', 'react', 'react-dom', 'react-dom/**'],
  message:
    'lib knows no React and no entrypoint. Data flows entrypoints → components → lib: hand the value in.',
};
const NO_ENTRYPOINT: Pattern = {
  group: ['**/entrypoints/**'],
  message: 'Components know no entrypoint: take what you need as a prop.',
};

/**
 * The linter's configuration for the borders between rooms, the content of
 * `tests/house/zones.json`.
 */
export function lintZones() {
  return {
    overrides: [
      zone('entrypoints', doorsClosedTo('entrypoints')),
      zone('components', [...doorsClosedTo('components'), NO_ENTRYPOINT]),
      ...Object.keys(ROOMS).map((room) =>
        zone(`lib/${room}`, [...doorsClosedTo(room), NO_REACT, ...otherRooms(room)]),
      ),
    ],
  };
}

function zone(folder: string, patterns: readonly Pattern[]) {
  const noRestrictedImports = { level: 'error', options: { patterns } };
  return {
    includes: [`${folder}/**`],
    linter: { rules: { style: { noRestrictedImports } } },
  };
}

function doorsClosedTo(room: string): Pattern[] {
  return DOORS.filter((door) => door.room !== room).map(({ packages, instead }) => ({
    group: packages,
    message: instead,
  }));
}

function otherRooms(room: string): Pattern[] {
  const allowed = ROOMS[room]?.mayImport ?? [];
  const others = Object.keys(ROOMS).filter((name) => name !== room && !allowed.includes(name));
  if (others.length === 0) return [];
  const which =
    allowed.length === 0
      ? 'may import from no other room'
      : `may import only from ${allowed.map((name) => `lib/${name}`).join(', ')}`;
  return [
    {
      group: others.map((name) => `**/${name}/**`),
      message: `lib/${room} ${which}. Hand the value in as an argument, or move the code to a room that may. To change the map: edit tests/house/rooms.ts, then npm run map.`,
    },
  ];
}

const MAP_IN_README = /(?<=^## Map of the house\n\n```\n)[\s\S]*?(?=^```$)/m;

/** The README with the current map. */
export function withMap(readme: string): string {
  if (!MAP_IN_README.test(readme)) throw new Error('The README has no "Map of the house" block.');
  return readme.replace(MAP_IN_README, () => houseMap());
}

function houseMap(): string {
  const lines = Object.entries(FOLDERS).flatMap(([folder, holds]) => [
    ...entry(`${folder}/`, holds),
    ...(folder === 'lib' ? Object.entries(ROOMS).flatMap(roomEntry) : []),
  ]);
  return lines.map((line) => `${line}\n`).join('');
}

function roomEntry([name, { holds, kind }]: [string, (typeof ROOMS)[string]]): string[] {
  return entry(`  ${name}/${kind === 'pure' ? ' *' : ''}`, holds);
}

const NAME_WIDTH = 19;
const LINE_WIDTH = 118;

/** A name and what it holds. Long descriptions continue below themselves. */
function entry(name: string, holds: string): string[] {
  const lines = [name.padEnd(NAME_WIDTH - 1)];
  for (const word of holds.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + 1 + word.length <= LINE_WIDTH) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(`${' '.repeat(NAME_WIDTH - 1)} ${word}`);
  }
  return lines;
}
