import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TabEvent, TabSubmissions } from '../../../lib/background/submissions.ts';
import {
  isWaiting,
  NO_SUBMISSIONS,
  nextStep,
  tabSubmissions,
} from '../../../lib/background/submissions.ts';
import { sentFile, uuid } from '../support/attached-file.ts';
import { CEDAR, MAPLE } from '../support/ledger.ts';

type Submission = TabSubmissions[number];

const SENR = { organization: MAPLE, file: sentFile('SENR') };
const SINF = { organization: CEDAR, file: sentFile('SINF') };

/** Submission 1 has SENR, and all others have SINF. */
const announcedAs = (n: number) => ({
  submission: uuid(n),
  files: [n === 1 ? SENR : SINF],
  clickNumber: uuid(100 + n),
  thanksNumber: uuid(200 + n),
});
const announced = (n: number): Submission => ({
  is: 'announced',
  ...announcedAs(n),
  isDoubted: false,
});
const standing = (n: number): Submission => ({ ...announced(n), is: 'standing' });
const clicked = (n: number): Submission => ({ ...announced(n), is: 'clicked', stood: true });
const clickedTooEarly = (n: number): Submission => ({
  ...announced(n),
  is: 'clicked',
  stood: false,
});
const left = (n: number): Submission => ({ ...announced(n), is: 'left', mayBeThanked: true });
const past = (n: number): Submission => ({ ...announced(n), is: 'left', mayBeThanked: false });
const doubted = (one: Submission): Submission => ({ ...one, isDoubted: true });

const announce = (n: number): TabEvent => ({ type: 'announced', announced: announcedAs(n) });
const stands = (n: number): TabEvent => ({ type: 'stands', submission: uuid(n) });
const withdraw = (n: number): TabEvent => ({ type: 'withdrawn', submission: uuid(n) });
const click = (...ns: number[]): TabEvent => ({ type: 'clicked', submissions: ns.map(uuid) });
const marks = (clicks: readonly number[], thanks: readonly number[] = []): TabEvent => ({
  type: 'marks found',
  clicked: clicks.map((n) => uuid(100 + n)),
  thanked: thanks.map((n) => uuid(200 + n)),
});
const THANKS: TabEvent = { type: 'thanks shown' };
const OPENED: TabEvent = { type: 'page opened' };
const NO_THANKS: TabEvent = { type: 'no thanks here' };
const CLOSED: TabEvent = { type: 'tab closed' };
const TIME_IS_UP: TabEvent = { type: 'time is up' };

const does = (kind: string, n = 1) => ({
  kind,
  submission: uuid(n),
  ...(n === 1 ? SENR : SINF),
});
const doubts = (why: string, n = 1) => ({ ...does('confirmation-not-seen', n), why });

interface Row {
  readonly what: string;
  readonly before: TabSubmissions;
  readonly event: TabEvent;
  readonly after: TabSubmissions;
  readonly record: readonly unknown[];
}

/** Each row: what happens | before | event | after | what is recorded. */
const ROWS: readonly Row[] = (
  [
    ['announcing is remembered', [], announce(1), [announced(1)], []],
    [
      'announcing after a click leaves the click in doubt',
      [clicked(1)],
      announce(2),
      [doubted(clicked(1)), announced(2)],
      [doubts('no answer')],
    ],
    [
      'announcing leaves other files standing',
      [standing(1)],
      announce(2),
      [standing(1), announced(2)],
      [],
    ],
    ['standing attaches', [announced(1)], stands(1), [standing(1)], [does('attached')]],
    [
      'withdrawing takes back what stood',
      [standing(1)],
      withdraw(1),
      [left(1)],
      [does('taken-back')],
    ],
    ['withdrawing what never stood is not recorded', [announced(1)], withdraw(1), [left(1)], []],
    [
      'withdrawing after the click leaves the click in doubt',
      [clicked(1)],
      withdraw(1),
      [doubted(clicked(1))],
      [doubts('file left')],
    ],
    [
      'withdrawing concerns one submission',
      [standing(1), standing(2)],
      withdraw(1),
      [left(1), standing(2)],
      [does('taken-back')],
    ],
    ['a click submits', [standing(1)], click(1), [clicked(1)], [does('submitted')]],
    [
      'a click before the files stood is on record too',
      [announced(1)],
      click(1),
      [clickedTooEarly(1)],
      [does('attached'), does('submitted')],
    ],
    [
      'a click submits all that it names, and nothing else',
      [standing(1), standing(2), standing(3)],
      click(1, 2),
      [clicked(1), clicked(2), standing(3)],
      [does('submitted', 1), does('submitted', 2)],
    ],
    [
      'a newer click leaves an earlier one in doubt for good',
      [clicked(1), standing(2)],
      click(2),
      [clicked(2)],
      [doubts('no answer'), does('submitted', 2)],
    ],
    [
      'a second click that names one more submission adds it',
      [clicked(1), standing(2)],
      click(1, 2),
      [clicked(1), clicked(2)],
      [does('submitted', 2)],
    ],
    [
      'a click after thanks without one starts fresh',
      [doubted(standing(1))],
      click(1),
      [clicked(1)],
      [does('submitted')],
    ],
    ['a mark counts as the click', [standing(1)], marks([1]), [clicked(1)], [does('submitted')]],
    [
      'a mark counts as the click even after the page opened',
      [left(1)],
      marks([1]),
      [clicked(1)],
      [does('attached'), does('submitted')],
    ],
    [
      'a mark of thanks counts as the click and the thanks',
      [standing(1)],
      marks([], [1]),
      [],
      [does('submitted'), does('confirmed-on-page')],
    ],
    [
      'a mark of thanks confirms no other submission',
      [clicked(1), clicked(2)],
      marks([], [1]),
      [clicked(2)],
      [does('confirmed-on-page')],
    ],
    [
      'a mark proves that the files stood, where that message was lost',
      [announced(1)],
      marks([1], [1]),
      [],
      [does('attached'), does('submitted'), does('confirmed-on-page')],
    ],
    ['thanks after the click confirm', [clicked(1)], THANKS, [], [does('confirmed-on-page')]],
    [
      'thanks confirm everything that was clicked',
      [clicked(1), clicked(2)],
      THANKS,
      [],
      [does('confirmed-on-page', 1), does('confirmed-on-page', 2)],
    ],
    ['late thanks end a doubt', [doubted(clicked(1))], THANKS, [], [does('confirmed-on-page')]],
    [
      'thanks for a click leave standing what came after it',
      [clicked(1), standing(2)],
      THANKS,
      [standing(2)],
      [does('confirmed-on-page')],
    ],
    [
      'thanks for a click say nothing about what was left',
      [left(1), clicked(2)],
      THANKS,
      [past(1)],
      [does('confirmed-on-page', 2)],
    ],
    [
      'thanks for what never stood leave it in doubt',
      [clickedTooEarly(1)],
      THANKS,
      [],
      [doubts('file not seen')],
    ],
    ['such a doubt is recorded once', [doubted(clickedTooEarly(1))], THANKS, [], []],
    [
      'thanks without a click leave in doubt what stands',
      [standing(1)],
      THANKS,
      [doubted(standing(1))],
      [doubts('no click')],
    ],
    [
      'thanks without a click leave in doubt what is about to stand',
      [announced(1)],
      THANKS,
      [doubted(announced(1))],
      [doubts('no click')],
    ],
    [
      'thanks without a click are recorded once',
      [doubted(standing(1))],
      THANKS,
      [doubted(standing(1))],
      [],
    ],
    [
      'thanks on the next page are in doubt too',
      [left(1)],
      THANKS,
      [doubted(left(1))],
      [doubts('no click')],
    ],
    [
      'a reload before the click takes back',
      [standing(1)],
      OPENED,
      [left(1)],
      [does('taken-back')],
    ],
    ['a reload before the files stood is not recorded', [announced(1)], OPENED, [left(1)], []],
    [
      'a reload takes back nothing that is in doubt',
      [doubted(standing(1))],
      OPENED,
      [doubted(left(1))],
      [],
    ],
    ['what was left is not thanked for on the page after it', [left(1)], OPENED, [past(1)], []],
    ['nor after a page that did not thank', [left(1)], NO_THANKS, [past(1)], []],
    [
      'what was left stands again where the browser shows its page again',
      [past(1)],
      stands(1),
      [standing(1)],
      [does('attached')],
    ],
    [
      'another page than the thank-you leaves a click in doubt',
      [clicked(1)],
      NO_THANKS,
      [doubted(clicked(1))],
      [doubts('another page')],
    ],
    [
      'no answer in time leaves a click in doubt',
      [clicked(1)],
      TIME_IS_UP,
      [doubted(clicked(1))],
      [doubts('no answer')],
    ],
    [
      'closing the tab before the click takes back',
      [standing(1)],
      CLOSED,
      [],
      [does('taken-back')],
    ],
    ['closing the tab before the files stood is not recorded', [announced(1)], CLOSED, [], []],
    [
      'closing the tab after the click leaves a doubt',
      [clicked(1)],
      CLOSED,
      [],
      [doubts('tab closed')],
    ],
    ['closing the tab after a doubt says nothing new', [doubted(clicked(1))], CLOSED, [], []],
    ['closing the tab takes back nothing that is in doubt', [doubted(standing(1))], CLOSED, [], []],
  ] as const
).map(([what, before, event, after, record]) => ({ what, before, event, after, record }));

/** What changes nothing and records nothing. */
const NO_EFFECT: readonly (readonly [string, TabSubmissions, TabEvent])[] = [
  ['a click on nothing', [], click(1)],
  ['a click on an unknown submission', [standing(1)], click(9)],
  ['a second click', [clicked(1)], click(1)],
  ['a click after a doubt', [doubted(clicked(1))], click(1)],
  ['thanks for nothing', [], THANKS],
  ['standing that is told twice', [standing(1)], stands(1)],
  ['standing that is told after the click', [clickedTooEarly(1)], stands(1)],
  ['withdrawing what was left', [left(1)], withdraw(1)],
  ['thanks on a later page than the next', [past(1)], THANKS],
  ['standing of an unknown submission', [announced(1)], stands(9)],
  ['withdrawing an unknown submission', [standing(1)], withdraw(9)],
  ['the reload that answers the click', [clicked(1)], OPENED],
  ['a page opened with nothing going on', [], OPENED],
  ['a page without thanks, before the click', [standing(1)], NO_THANKS],
  ['another page after a doubt', [doubted(clicked(1))], NO_THANKS],
  ['the end of the time before the click', [standing(1)], TIME_IS_UP],
  ['the end of the time after a doubt', [doubted(clicked(1))], TIME_IS_UP],
  ['closing a tab with nothing going on', [], CLOSED],
  ['a number that nobody issued', [standing(1), clicked(2)], marks([9], [9])],
  ['a click number that was used', [clicked(1)], marks([1])],
  [
    'a thanks number given for a click',
    [standing(1)],
    {
      type: 'marks found',
      clicked: [uuid(201)],
      thanked: [],
    },
  ],
  [
    'a click number given for thanks',
    [clicked(1)],
    {
      type: 'marks found',
      clicked: [],
      thanked: [uuid(101)],
    },
  ],
  [
    'the id of a submission in place of a number',
    [standing(1)],
    {
      type: 'marks found',
      clicked: [uuid(1)],
      thanked: [uuid(1)],
    },
  ],
];

describe('what happens in a tab', () => {
  it.each(ROWS)('$what', ({ before, event, after, record }) => {
    expect(nextStep(before, event)).toEqual({ after, record });
  });

  it.each(NO_EFFECT)('%s changes nothing', (_what, before, event) => {
    expect(nextStep(before, event)).toEqual({ after: before, record: [] });
  });

  it('concerns every file of the submission, each with its organization', () => {
    const both = [{ ...clicked(1), files: [SENR, SINF] }];
    const of = (kind: string) => [
      { kind, submission: uuid(1), ...SENR },
      { kind, submission: uuid(1), ...SINF },
    ];
    expect(nextStep(both, THANKS).record).toEqual(of('confirmed-on-page'));
    expect(nextStep(both, TIME_IS_UP).record).toHaveLength(2);
  });

  it('changes nothing that it was given, and leaves a state that can be stored', () => {
    for (const { before, event } of ROWS) {
      const copy = structuredClone(before);
      const { after } = nextStep(before, event);
      expect(before).toEqual(copy);
      expect(tabSubmissions.parse(structuredClone(after))).toEqual(after);
    }
  });

  it('is waited for only between a click and its end', () => {
    expect(isWaiting([standing(1), clicked(2)])).toBe(true);
    expect(isWaiting([clickedTooEarly(1)])).toBe(true);
    expect(isWaiting([standing(1), announced(2), left(3), doubted(clicked(4))])).toBe(false);
  });
});

// ── whatever happens ───────────────────────────────────────────────────────────────────────

const number = fc.integer({ min: 1, max: 3 });
const numbers = fc.uniqueArray(number, { maxLength: 3 });

/** Any event, told at any moment; now and then with numbers that nobody issued. */
const anyEvent: fc.Arbitrary<TabEvent> = fc.oneof(
  { weight: 3, arbitrary: number.map(announce) },
  { weight: 3, arbitrary: number.map(stands) },
  { weight: 1, arbitrary: number.map(withdraw) },
  { weight: 3, arbitrary: numbers.map((ns) => click(...ns)) },
  { weight: 1, arbitrary: fc.tuple(numbers, numbers).map(([a, b]) => marks(a, b)) },
  { weight: 1, arbitrary: numbers.map((ns) => marks(ns.map((n) => n + 3))) },
  { weight: 3, arbitrary: fc.constantFrom(THANKS, THANKS, OPENED, NO_THANKS, TIME_IS_UP) },
);
/** No id is given twice. */
const anyStory = fc
  .array(anyEvent, { maxLength: 30, size: 'max' })
  .map((events) =>
    events.filter(
      (event, place) =>
        event.type !== 'announced' ||
        events.findIndex((one) => isAnnouncing(one, event.announced.submission)) === place,
    ),
  );

function isAnnouncing(event: TabEvent, submission: string): boolean {
  return event.type === 'announced' && event.announced.submission === submission;
}

/** What was told about one submission, each at its place in the story. */
function toldOf(story: readonly TabEvent[], n: number) {
  const places = (isIt: (event: TabEvent) => boolean) =>
    story.flatMap((event, place) => (isIt(event) ? [place] : []));
  const isClick = (event: TabEvent) =>
    (event.type === 'clicked' && event.submissions.includes(uuid(n))) ||
    (event.type === 'marks found' &&
      (event.clicked.includes(uuid(100 + n)) || event.thanked.includes(uuid(200 + n))));
  const isThanks = (event: TabEvent) =>
    event.type === 'thanks shown' ||
    (event.type === 'marks found' && event.thanked.includes(uuid(200 + n)));
  const [announcedAt = Number.POSITIVE_INFINITY] = places((one) => isAnnouncing(one, uuid(n)));
  const after = (place: number) => place > announcedAt;
  return {
    announcedAt,
    stands: places((one) => one.type === 'stands' && one.submission === uuid(n)).filter(after),
    marks: places((one) => one.type === 'marks found' && isClick(one)).filter(after),
    clicks: places(isClick).filter(after),
    thanks: places(isThanks).filter(after),
    /** From here on a click or thanks may come too late for it. */
    goneAt: Math.min(
      ...places((one) => one.type === 'page opened').filter(after),
      ...places((one) => one.type === 'withdrawn' && one.submission === uuid(n)).filter(after),
    ),
  };
}

/** What is recorded about one submission, with the place in the story at which it was. */
function recordedOf(story: readonly TabEvent[], n: number) {
  let state = NO_SUBMISSIONS;
  return story.flatMap((event, place) => {
    const { after, record } = nextStep(state, event);
    state = after;
    return record
      .filter((entry) => 'submission' in entry && entry.submission === uuid(n))
      .map((entry) => ({ ...entry, place }));
  });
}

const RUNS = { numRuns: 3000 };

describe('whatever happens in a tab', () => {
  it('a file is sent only if it was announced, stood, was clicked and thanked for, in this order', () => {
    fc.assert(
      fc.property(anyStory, number, (story, n) => {
        const told = toldOf(story, n);
        for (const { kind, place } of recordedOf(story, n)) {
          if (kind !== 'confirmed-on-page') continue;
          const [firstClick = Number.POSITIVE_INFINITY] = told.clicks;
          // The content script leaves a mark only for files that it saw on the page at the click.
          const stood = [...told.stands, ...told.marks.map((at) => at - 1)];
          expect(stood.some((at) => at < firstClick)).toBe(true);
          expect(firstClick).toBeLessThanOrEqual(place);
          expect(told.thanks).toContain(place);
        }
      }),
      RUNS,
    );
  });

  it('a file that was clicked is sent or not sure once the tab is closed', () => {
    fc.assert(
      fc.property(anyStory, number, (story, n) => {
        const told = toldOf(story, n);
        if (!told.clicks.some((at) => at < told.goneAt)) return;
        const kinds = recordedOf([...story, CLOSED], n).map(({ kind }) => kind);
        expect(kinds).toEqual(expect.arrayContaining(['attached', 'submitted']));
        expect(kinds.join()).toMatch(/confirmed-on-page|confirmation-not-seen/);
      }),
      RUNS,
    );
  });

  it('thanks are never for a click that a newer one has followed', () => {
    fc.assert(
      fc.property(anyStory, number, number, (story, n, other) => {
        const told = toldOf(story, n);
        const submittedAt = (one: number) =>
          recordedOf(story, one).find(({ kind }) => kind === 'submitted')?.place;
        const [before, newer] = [submittedAt(n), submittedAt(other)];
        if (before === undefined || newer === undefined || newer <= before) return;
        if (told.clicks.includes(newer)) return; // it was for both
        for (const { kind, place } of recordedOf(story, n)) {
          expect(kind === 'confirmed-on-page' && place > newer).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('a file that stood there when the page thanked is never missing', () => {
    fc.assert(
      fc.property(anyStory, number, (story, n) => {
        const told = toldOf(story, n);
        const isClickedAtAll = story.some(
          ({ type }) => type === 'clicked' || type === 'marks found',
        );
        const isThanked = told.thanks.some((at) => at < told.goneAt);
        if (isClickedAtAll || !isThanked) return;
        const entries = recordedOf([...story, CLOSED], n);
        expect(entries).toContainEqual(expect.objectContaining({ why: 'no click' }));
        const kinds = entries.map(({ kind }) => kind);
        expect(kinds.lastIndexOf('taken-back')).toBe(-1);
      }),
      RUNS,
    );
  });

  it('each thing is recorded once', () => {
    fc.assert(
      fc.property(anyStory, number, (story, n) => {
        const once = recordedOf([...story, CLOSED], n)
          .map(({ kind }) => kind)
          // A page that is shown again has its files attached again.
          .filter((kind) => kind === 'submitted' || kind === 'confirmed-on-page');
        expect(new Set(once).size).toBe(once.length);
      }),
      RUNS,
    );
  });

  it('nothing stays behind once the tab is closed', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const state = [...story, CLOSED].reduce<TabSubmissions>(
          (before, event) => nextStep(before, event).after,
          NO_SUBMISSIONS,
        );
        expect(state).toEqual([]);
      }),
      RUNS,
    );
  });
});
