import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../run/stages.ts';
import { ROOT } from './imports.ts';
import { lintZones, README_FILE, withMap, ZONES_FILE } from './map.ts';

/** `npm run map`: writes the linter's zones and the README's map from tests/house/rooms.ts. */
await writeFile(join(ROOT, ZONES_FILE), JSON.stringify(lintZones()));
await run('biome', ['format', '--write', ZONES_FILE]);
const readme = join(ROOT, README_FILE);
await writeFile(readme, withMap(await readFile(readme, 'utf8')));
