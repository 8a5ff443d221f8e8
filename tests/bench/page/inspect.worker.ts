import '../../../entrypoints/assist/inspect.worker.ts';
import { holdUntilEnd } from './worker-life.ts';

// The shipped worker as it is, and a sign of life beside it.
holdUntilEnd();
