import { describeFaults } from './faults/describe-faults.ts';
import { afterTheChoice, onlyAtStart } from './faults/trials.ts';

// Each function once, at its worst moment. `npm run faults` tries all of them at all moments.
describeFaults({
  'while the assistant starts': onlyAtStart,
  'each time after the choice': afterTheChoice('always after the choice'),
});
