import type { LearnedControl } from '../../../lib/upload-page/learned-control.ts';
import type { ControlName } from '../../../lib/upload-page/page-state.ts';

/** A control that a person pointed out, with nothing special about it. */
export function learned(control: ControlName, other: Partial<LearnedControl> = {}): LearnedControl {
  return {
    control,
    kind: 'input text',
    evidence: [{ in: 'label', words: 'notes for the data team' }],
    siteVersion: 'v1',
    at: 1_700_000_000_000,
    ...other,
  };
}
