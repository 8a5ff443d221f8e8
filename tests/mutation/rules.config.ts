import { settings } from './settings.ts';

export default settings('rules', {
  mutate: ['lib/calpads/**/*.ts', 'lib/rules/**/*.ts'],
});
