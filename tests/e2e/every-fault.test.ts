import { describeFaults } from './faults/describe-faults.ts';
import type { Trialled } from './faults/run-faults.ts';
import { afterTheChoice, eachOnce } from './faults/trials.ts';

// Not among the tests of `npm test`: it takes minutes. See `npm run faults`.
describeFaults({
  'at its first call': (played) =>
    eachOnce(played, 'at its first call', ['before the choice', 'after the choice']),
  'once after the choice': afterTheChoice('once after the choice'),
  'each time after the choice': afterTheChoice('always after the choice'),
  // Where two runs of the script stand, one in each document, any function may be the other's last hope.
  'in a frame, at its first call': (played) =>
    eachOnce(inFrame(played), 'at its first call', ['before the choice', 'after the choice']),
  'in a frame, each time after the choice': (played) =>
    afterTheChoice('always after the choice')(inFrame(played)),
});

function inFrame(played: readonly Trialled[]): readonly Trialled[] {
  return played.filter(({ journey }) => journey.variant === 'same-origin-frame');
}
