import { testsOf } from './tests-of.ts';

export default testsOf('tests/unit/{calpads,rules}/*.test.ts');
