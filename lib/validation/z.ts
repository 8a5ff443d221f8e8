import { z } from 'zod';

// Zod compiles its checks with `new Function` where it may; the extension's CSP forbids that, and
// even the attempt would be reported as a violation.
z.config({ jitless: true });

/** The one zod of the extension. */
export { z };
