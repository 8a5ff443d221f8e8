import { safelyWith } from '../../../lib/upload-page/safely.ts';

/** Where nothing is to break: what does, fails the test. */
export const loudly = safelyWith((error) => {
  throw error;
});
