import { z } from 'zod';

// Zod compiles its checks with `new Function` if it can. The extension's CSP forbids that, and even
// the attempt would be reported as a violation.
z.config({ jitless: true });

/** The extension's only zod. */
export { z };
