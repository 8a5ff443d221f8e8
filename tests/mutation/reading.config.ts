import { settings } from './settings.ts';

export default settings('reading', {
  mutate: ['lib/reading/**/*.ts', 'lib/inspection/!(line|record-scanner).ts'],
});
