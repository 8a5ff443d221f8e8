import { settings } from './settings.ts';

export default settings('reading', {
  mutate: [
    'lib/reading/**/*.ts',
    'lib/inspection/!(ascii|code-reader|line|record-scanner|tally).ts',
  ],
});
