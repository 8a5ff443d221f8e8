import { benchBatch } from './bench-batch.ts';
import { benchCut } from './bench-cut.ts';
import { benchIdle } from './bench-idle.ts';
import { benchInspect } from './bench-inspect.ts';
import { benchOrganizations } from './bench-organizations.ts';
import { benchPanel } from './bench-panel.ts';
import { benchPopup } from './bench-popup.ts';
import { benchZip } from './bench-zip.ts';
import { readOptions } from './options.ts';

/** `npm run bench -- inspect | zip | cut | batch | popup | organizations | panel | idle [--size=30,200,2000] [--browser=chromium,firefox]` */
const SUBJECTS: Readonly<Record<string, typeof benchInspect>> = {
  inspect: benchInspect,
  zip: benchZip,
  cut: benchCut,
  batch: benchBatch,
  popup: benchPopup,
  organizations: benchOrganizations,
  panel: benchPanel,
  idle: benchIdle,
};

const options = readOptions(process.argv.slice(2));
const bench = SUBJECTS[options.subject ?? ''];
if (bench) {
  await bench(options);
} else {
  console.error(`Say what to measure: npm run bench -- ${Object.keys(SUBJECTS).join(' | ')}`);
  process.exitCode = 1;
}
