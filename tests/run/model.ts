import { vitest } from './stages.ts';

/** The model test of the whole way, with many more runs than `npm test` makes. */
process.env['MODEL_RUNS'] ??= '200000';
const { failed } = await vitest('unit', ['whole-way']);
process.exitCode = failed === 0 ? 0 : 1;
