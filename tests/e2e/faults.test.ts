import { describeFaults } from './faults/describe-faults.ts';
import { afterTheChoice, onlyAtStart, withStatements } from './faults/trials.ts';

// Tries functions with statements, once, at their worst moment. `npm run faults` tries all functions at
// all moments.
describeFaults({
  'while the assistant starts': withStatements(onlyAtStart),
  'each time after the choice': withStatements(afterTheChoice('always after the choice')),
});
