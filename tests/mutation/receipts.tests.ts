import { testsOf } from './tests-of.ts';

export default testsOf('tests/unit/receipts/*.test.ts');
