import '../../../entrypoints/assist/inspect.worker.ts';
import { holdUntilEnd } from './worker-life.ts';

// The shipped worker, plus a sign of life.
holdUntilEnd();
