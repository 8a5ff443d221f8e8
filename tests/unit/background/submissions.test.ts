import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PendingSubmission, TabEvent } from '../../../lib/background/submissions.ts';
import {
  leftUnfinished,
  nextStep,
  pendingFiles,
  pendingSubmission,
} from '../../../lib/background/submissions.ts';
import type { NewEvent } from '../../../lib/ledger/events.ts';
import { countingIds, sentFile, uuid } from '../support/attached-file.ts';
import { CEDAR, did, doubted, log, MAPLE, said, withdrawn } from '../support/ledger.ts';

const SENR = { organization: MAPLE, file: sentFile('SENR') };
const SINF = { organization: CEDAR, file: sentFile('SINF') };
type PendingFile = PendingSubmission['files'][number];
const NEW = uuid(99);
const OLD = uuid(1);
const NOTHING: PendingSubmission | undefined = undefined;
const begun = (...files: PendingFile[]) => ({
  submission: NEW,
  files,
  isSubmitted: false,
  isDoubted: false,
});
const ATTACHED: PendingSubmission = { ...begun(SENR), submission: OLD };
const SUBMITTED: PendingSubmission = { ...ATTACHED, isSubmitted: true };
const DOUBTED: PendingSubmission = { ...SUBMITTED, isDoubted: true };

const attach = (how: 'instead' | 'also', ...files: PendingFile[]): TabEvent => ({
  type: 'files attached',
  how,
  files,
});
const does = (kind: string, of = SENR, submission = OLD) => ({ kind, submission, ...of });
const doubts = (why: string) => ({ ...does('confirmation-not-seen'), why });

interface Row {
  readonly what: string;
  readonly before: PendingSubmission | undefined;
  readonly event: TabEvent;
  readonly after: PendingSubmission | undefined;
  readonly record: readonly unknown[];
}

const ARROWS: readonly Row[] = [
  {
    what: 'attaching begins a submission',
    before: NOTHING,
    event: attach('instead', SENR),
    after: begun(SENR),
    record: [does('attached', SENR, NEW)],
  },
  {
    what: 'attaching to a widget begins one too',
    before: NOTHING,
    event: attach('also', SENR),
    after: begun(SENR),
    record: [does('attached', SENR, NEW)],
  },
  {
    what: 'attaching instead takes back what stood there',
    before: ATTACHED,
    event: attach('instead', SINF),
    after: begun(SINF),
    record: [does('taken-back'), does('attached', SINF, NEW)],
  },
  {
    what: 'attaching also joins what stands there, in one submission',
    before: ATTACHED,
    event: attach('also', SINF),
    after: { ...ATTACHED, files: [SENR, SINF] },
    record: [does('attached', SINF)],
  },
  {
    what: 'attaching after a click leaves what was submitted in doubt',
    before: SUBMITTED,
    event: attach('instead', SINF),
    after: begun(SINF),
    record: [doubts('no answer'), does('attached', SINF, NEW)],
  },
  {
    what: 'attaching also after a click joins nothing',
    before: SUBMITTED,
    event: attach('also', SINF),
    after: begun(SINF),
    record: [doubts('no answer'), does('attached', SINF, NEW)],
  },
  {
    what: 'attaching after a doubt does not doubt again',
    before: DOUBTED,
    event: attach('instead', SINF),
    after: begun(SINF),
    record: [does('attached', SINF, NEW)],
  },
  {
    what: 'taking back',
    before: ATTACHED,
    event: { type: 'files taken back' },
    after: NOTHING,
    record: [does('taken-back')],
  },
  {
    what: 'a reload before the click takes back',
    before: ATTACHED,
    event: { type: 'page opened' },
    after: NOTHING,
    record: [does('taken-back')],
  },
  {
    what: 'closing the tab before the click takes back',
    before: ATTACHED,
    event: { type: 'tab closed' },
    after: NOTHING,
    record: [does('taken-back')],
  },
  {
    what: 'the click submits',
    before: ATTACHED,
    event: { type: 'submit clicked' },
    after: SUBMITTED,
    record: [does('submitted')],
  },
  {
    what: 'the thank-you after it confirms',
    before: SUBMITTED,
    event: { type: 'thank-you shown' },
    after: NOTHING,
    record: [does('confirmed-on-page')],
  },
  {
    what: 'closing the tab after the click leaves a doubt, and nothing to wait for',
    before: SUBMITTED,
    event: { type: 'tab closed' },
    after: NOTHING,
    record: [doubts('tab closed')],
  },
  {
    what: 'another page than the thank-you leaves a doubt',
    before: SUBMITTED,
    event: { type: 'no thank-you here' },
    after: DOUBTED,
    record: [doubts('another page')],
  },
  {
    what: 'no answer in time leaves a doubt',
    before: SUBMITTED,
    event: { type: 'time is up' },
    after: DOUBTED,
    record: [doubts('no answer')],
  },
  {
    what: 'a late thank-you ends the doubt',
    before: DOUBTED,
    event: { type: 'thank-you shown' },
    after: NOTHING,
    record: [does('confirmed-on-page')],
  },
  {
    what: 'closing the tab after a doubt says nothing new',
    before: DOUBTED,
    event: { type: 'tab closed' },
    after: NOTHING,
    record: [],
  },
];

/** What changes nothing and records nothing. */
const NO_EFFECT: readonly (readonly [string, PendingSubmission | undefined, TabEvent])[] = [
  ['a click with nothing attached', NOTHING, { type: 'submit clicked' }],
  ['a second click', SUBMITTED, { type: 'submit clicked' }],
  ['a click after a doubt', DOUBTED, { type: 'submit clicked' }],
  ['a thank-you with nothing attached', NOTHING, { type: 'thank-you shown' }],
  ['a thank-you without a click', ATTACHED, { type: 'thank-you shown' }],
  ['the reload that answers the click', SUBMITTED, { type: 'page opened' }],
  ['a page opened with nothing attached', NOTHING, { type: 'page opened' }],
  ['a page without a thank-you, before the click', ATTACHED, { type: 'no thank-you here' }],
  ['a page without a thank-you, with nothing attached', NOTHING, { type: 'no thank-you here' }],
  ['another page after a doubt', DOUBTED, { type: 'no thank-you here' }],
  ['the end of the time before the click', ATTACHED, { type: 'time is up' }],
  ['the end of the time after a doubt', DOUBTED, { type: 'time is up' }],
  ['taking back nothing', NOTHING, { type: 'files taken back' }],
  ['taking back after the click', SUBMITTED, { type: 'files taken back' }],
  ['closing a tab with nothing attached', NOTHING, { type: 'tab closed' }],
];

describe('what happens in a tab', () => {
  it.each(ARROWS)('$what', ({ before, event, after, record }) => {
    expect(nextStep(before, event, () => NEW)).toEqual({ pending: after, record });
  });

  it.each(NO_EFFECT)('%s changes nothing', (_what, before, event) => {
    expect(nextStep(before, event, () => NEW)).toEqual({ pending: before, record: [] });
  });

  it('concerns every file of the submission, each with its organization', () => {
    const both = { ...SUBMITTED, files: [SENR, SINF] };
    const { record } = nextStep(both, { type: 'thank-you shown' }, () => NEW);
    expect(record).toEqual([does('confirmed-on-page'), does('confirmed-on-page', SINF)]);
    expect(nextStep(both, { type: 'time is up' }, () => NEW).record).toHaveLength(2);
  });

  it('changes nothing of what it was given', () => {
    for (const { before, event } of ARROWS) {
      const copy = structuredClone(before);
      nextStep(before, event, () => NEW);
      expect(before).toEqual(copy);
    }
  });

  it('leaves a state that can be stored and read again', () => {
    for (const { before, event } of ARROWS) {
      const { pending } = nextStep(before, event, () => NEW);
      expect(pendingSubmission.optional().parse(structuredClone(pending))).toEqual(pending);
    }
  });
});

const tabEvents = fc.array(
  fc.constantFrom<TabEvent>(
    attach('instead', SENR),
    attach('also', SINF),
    { type: 'files taken back' },
    { type: 'page opened' },
    { type: 'submit clicked' },
    { type: 'thank-you shown' },
    { type: 'no thank-you here' },
    { type: 'time is up' },
    { type: 'tab closed' },
  ),
  { maxLength: 14 },
);

/** The kinds of events that are recorded of each file of each submission, in order, each once. */
function storiesOf(events: readonly TabEvent[]): string[] {
  const newId = countingIds();
  const stories = new Map<string, Set<string>>();
  let pending: PendingSubmission | undefined;
  for (const event of events) {
    const step = nextStep(pending, event, newId);
    pending = step.pending;
    for (const entry of step.record) {
      if (!('file' in entry)) continue;
      const key = `${entry.submission} ${entry.file.name}`;
      stories.set(key, new Set([...(stories.get(key) ?? []), entry.kind]));
    }
  }
  return [...stories.values()].map((kinds) => [...kinds].join(', '));
}

const ENDS = [
  'attached, taken-back',
  'attached, submitted, confirmed-on-page',
  'attached, submitted, confirmation-not-seen',
  'attached, submitted, confirmation-not-seen, confirmed-on-page',
];

describe('whatever happens in a tab', () => {
  it('each file goes one of the ways in the picture, and no other', () => {
    const ways = ['attached', 'attached, submitted', ...ENDS];
    fc.assert(
      fc.property(tabEvents, (events) => {
        for (const story of storiesOf(events)) expect(ways).toContain(story);
      }),
      { numRuns: 2000 },
    );
  });

  it('goes it to the end once the tab is closed: no click is left without a word', () => {
    fc.assert(
      fc.property(tabEvents, (events) => {
        for (const story of storiesOf([...events, { type: 'tab closed' }])) {
          expect(ENDS).toContain(story);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what the end of the browser left unfinished', () => {
  const other = sentFile('SINF');
  const open = (kind: 'taken-back', file = SENR.file): NewEvent => did(kind, file);
  const doubt = (file = SENR.file) => ({ ...doubted(file), why: 'tab closed' });

  it.each<readonly [string, readonly NewEvent[], readonly unknown[]]>([
    ['nothing', [], []],
    ['files in a form are taken back', [did('attached')], [open('taken-back')]],
    ['a click without an answer is in doubt', [did('attached'), did('submitted')], [doubt()]],
    [
      'what was confirmed is finished',
      [did('attached'), did('submitted'), did('confirmed-on-page')],
      [],
    ],
    ['what was taken back is finished', [did('attached'), did('taken-back')], []],
    ['what is in doubt already is finished', [did('attached'), did('submitted'), doubted()], []],
    [
      'each file by itself',
      [
        did('attached'),
        did('attached', other),
        did('submitted'),
        did('submitted', other),
        did('confirmed-on-page'),
      ],
      [doubt(other)],
    ],
    [
      'each submission by itself',
      [did('attached'), did('taken-back'), did('attached', SENR.file, uuid(2))],
      [did('taken-back', SENR.file, uuid(2))],
    ],
    [
      'each organization by itself',
      [did('attached'), { ...did('attached'), organization: CEDAR } as NewEvent, did('taken-back')],
      [{ ...did('taken-back'), organization: CEDAR }],
    ],
    ['what was withdrawn is not there', [did('attached'), withdrawn(1)], []],
    ['what people say is no submission', [said('said-sent'), said('email-confirmed')], []],
  ])('%s', (_what, entries, unfinished) => {
    expect(leftUnfinished(log(...entries))).toEqual(unfinished);
  });

  it('is finished by what is then recorded', () => {
    const before = [did('attached'), did('submitted'), did('attached', other)];
    const after = leftUnfinished(log(...before));
    expect(after).toHaveLength(2);
    expect(leftUnfinished(log(...before, ...after))).toEqual([]);
  });
});

describe('pendingFiles', () => {
  it('asks for each file whose it is', () => {
    const files = [sentFile('SENR'), sentFile('SENR', '2022-23', { reportingLea: '0199902' })];
    const whose = pendingFiles(files, ({ reportingLea }) =>
      reportingLea === '0199902' ? CEDAR : MAPLE,
    );
    expect(whose.map(({ organization }) => organization)).toEqual([MAPLE, CEDAR]);
    expect(whose.map(({ file }) => file)).toEqual(files);
  });
});
