import { describeFaults } from './faults/describe-faults.ts';
import { afterTheChoice, eachOnce } from './faults/trials.ts';

// Not among the tests of `npm test`: it takes minutes. See `npm run faults`.
describeFaults({
  'at its first call': (played) =>
    eachOnce(played, 'at its first call', ['before the choice', 'after the choice']),
  'once after the choice': afterTheChoice('once after the choice'),
  'each time after the choice': afterTheChoice('always after the choice'),
});
