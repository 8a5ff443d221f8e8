import { settings } from './settings.ts';

/** Every byte passes through these two files, so the tests with megabytes would take an hour. */
export default settings('scanner', {
  mutate: ['lib/inspection/{line,record-scanner}.ts'],
});
