import { settings } from './settings.ts';

export default settings('receipts', {
  mutate: ['lib/receipts/**/*.ts'],
});
