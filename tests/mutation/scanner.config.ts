import { settings } from './settings.ts';

/** Every byte or record passes through these files, so the tests with megabytes would take an hour. */
export default settings('scanner', {
  mutate: ['lib/inspection/{ascii,code-reader,line,record-scanner,tally}.ts'],
});
