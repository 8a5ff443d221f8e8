import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './imports.ts';
import { rulesLists } from './rules-list.ts';

/** `npm run rules`: writes the rules and their texts as documents. */
for (const [file, text] of Object.entries(rulesLists())) await writeFile(join(ROOT, file), text);
