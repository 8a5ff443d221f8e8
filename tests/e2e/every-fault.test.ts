import { describeFaults } from './faults/describe-faults.ts';
import type { Trialled } from './faults/run-faults.ts';
import { afterTheChoice, eachOnce } from './faults/trials.ts';

// `npm test` leaves this out, because it takes minutes. See `npm run faults`.
describeFaults({
  'at its first call': (played) =>
    eachOnce(played, 'at its first call', ['before the choice', 'after the choice']),
  'once after the choice': afterTheChoice('once after the choice'),
  'each time after the choice': afterTheChoice('always after the choice'),
  // Two runs of the script share this page, one per document, so one may depend on any function of the
  // other.
  'in a frame, at its first call': (played) =>
    eachOnce(inFrame(played), 'at its first call', ['before the choice', 'after the choice']),
  'in a frame, each time after the choice': (played) =>
    afterTheChoice('always after the choice')(inFrame(played)),
});

function inFrame(played: readonly Trialled[]): readonly Trialled[] {
  return played.filter(({ journey }) => journey.variant === 'same-origin-frame');
}
