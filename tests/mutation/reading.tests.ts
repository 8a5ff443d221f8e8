import { testsOf } from './tests-of.ts';

export default testsOf('tests/unit/{inspection,reading}/*.test.ts');
