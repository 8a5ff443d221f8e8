import { testsOf } from './tests-of.ts';

export default testsOf('tests/unit/inspection/{line,record-scanner,inspect}.test.ts');
