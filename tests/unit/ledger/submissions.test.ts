import { describe, expect, it } from 'vitest';
import type { PendingSubmission, TabEvent } from '../../../lib/ledger/submissions.ts';
import { nextStep, pendingSubmission } from '../../../lib/ledger/submissions.ts';
import { sentFile, uuid } from '../support/sent-file.ts';

const SENR = sentFile('SENR');
const SINF = sentFile('SINF');
const NEW = uuid(99);
const OLD = uuid(1);
const ATTACHED: PendingSubmission = { submission: OLD, files: [SENR], isSubmitted: false };
const SUBMITTED: PendingSubmission = { ...ATTACHED, isSubmitted: true };
const BEGUN = (...files: (typeof SENR)[]) => ({ submission: NEW, files, isSubmitted: false });
const attach = (how: 'instead' | 'also', ...files: (typeof SENR)[]): TabEvent => ({
  type: 'files attached',
  how,
  files,
});
const does = (kind: string, file = SENR, submission = OLD) => ({ kind, submission, file });
const NOTHING: PendingSubmission | undefined = undefined;

type Row = readonly [
  what: string,
  before: PendingSubmission | undefined,
  event: TabEvent,
  after: PendingSubmission | undefined,
  record: readonly unknown[],
];

const ARROWS: readonly Row[] = [
  [
    'attaching begins a submission',
    NOTHING,
    attach('instead', SENR),
    BEGUN(SENR),
    [does('attached', SENR, NEW)],
  ],
  [
    'attaching to a widget begins one too',
    NOTHING,
    attach('also', SENR),
    BEGUN(SENR),
    [does('attached', SENR, NEW)],
  ],
  [
    'attaching instead takes back what stood there',
    ATTACHED,
    attach('instead', SINF),
    BEGUN(SINF),
    [does('taken-back'), does('attached', SINF, NEW)],
  ],
  [
    'attaching also joins what stands there, in one submission',
    ATTACHED,
    attach('also', SINF),
    { ...ATTACHED, files: [SENR, SINF] },
    [does('attached', SINF)],
  ],
  [
    'attaching after a submit begins another submission and takes nothing back',
    SUBMITTED,
    attach('instead', SINF),
    BEGUN(SINF),
    [does('attached', SINF, NEW)],
  ],
  [
    'attaching also after a submit joins nothing',
    SUBMITTED,
    attach('also', SINF),
    BEGUN(SINF),
    [does('attached', SINF, NEW)],
  ],
  ['taking back', ATTACHED, { type: 'files taken back' }, NOTHING, [does('taken-back')]],
  [
    'a reload before the submit takes back',
    ATTACHED,
    { type: 'page opened' },
    NOTHING,
    [does('taken-back')],
  ],
  ['the click submits', ATTACHED, { type: 'submit clicked' }, SUBMITTED, [does('submitted')]],
  [
    'the thank-you after it confirms',
    SUBMITTED,
    { type: 'thank-you shown' },
    NOTHING,
    [does('confirmed-on-page')],
  ],
];

const NO_EFFECT: readonly Row[] = [
  ['a click with nothing attached', NOTHING, { type: 'submit clicked' }, NOTHING, []],
  ['a second click', SUBMITTED, { type: 'submit clicked' }, SUBMITTED, []],
  ['a thank-you with nothing attached', NOTHING, { type: 'thank-you shown' }, NOTHING, []],
  ['a thank-you without a click', ATTACHED, { type: 'thank-you shown' }, ATTACHED, []],
  ['the reload that answers the click', SUBMITTED, { type: 'page opened' }, SUBMITTED, []],
  ['a page opened with nothing attached', NOTHING, { type: 'page opened' }, NOTHING, []],
  ['taking back nothing', NOTHING, { type: 'files taken back' }, NOTHING, []],
];

describe('what happens in a tab', () => {
  it.each(ARROWS)('%s', (_what, before, event, after, record) => {
    expect(nextStep(before, event, () => NEW)).toEqual({ pending: after, record });
  });

  it.each(NO_EFFECT)('%s does nothing', (_what, before, event, after, record) => {
    expect(nextStep(before, event, () => NEW)).toEqual({ pending: after, record });
  });

  it('after the click, taking back takes no proof away', () => {
    const step = nextStep(SUBMITTED, { type: 'files taken back' }, () => NEW);
    expect(step.record).toEqual([]);
  });

  it('concerns every file of the submission', () => {
    const both = { ...SUBMITTED, files: [SENR, SINF] };
    const { record } = nextStep(both, { type: 'thank-you shown' }, () => NEW);
    expect(record).toEqual([does('confirmed-on-page'), does('confirmed-on-page', SINF)]);
  });

  it('changes nothing of what it was given', () => {
    const before = structuredClone(ATTACHED);
    nextStep(before, attach('also', SINF), () => NEW);
    nextStep(before, { type: 'submit clicked' }, () => NEW);
    expect(before).toEqual(ATTACHED);
  });

  it('leaves a state that can be stored and read again', () => {
    for (const [, before, event] of ARROWS) {
      const { pending } = nextStep(before, event, () => NEW);
      expect(pendingSubmission.optional().parse(structuredClone(pending))).toEqual(pending);
    }
  });
});
