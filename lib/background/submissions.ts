import { attachedFileSchema } from '../ledger/attached-file.ts';
import type { Doubt, NewEvent } from '../ledger/events.ts';
import { z } from '../validation/z.ts';

/** A file of a submission, and the organization whose checklist it counts for. */
const submittedFile = z.object({ organization: z.uuid(), file: attachedFileSchema });

const always = {
  submission: z.uuid(),
  files: z.array(submittedFile).readonly(),
  /** Proves a click, once, after another page was loaded. */
  clickNumber: z.uuid(),
  /** Proves the click and the thanks, once, after another page was loaded. */
  thanksNumber: z.uuid(),
  /** It is already on record that this may or may not have been sent. */
  isDoubted: z.boolean(),
};

const submissionSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('announced'), ...always }),
  z.object({ is: z.literal('standing'), ...always }),
  /** `stood`: the page was seen holding the files before the click. */
  z.object({ is: z.literal('clicked'), stood: z.boolean(), ...always }),
  /**
   * Taken back, replaced, or left behind with its page, without a click. The browser may show that
   * page again. `mayBeThanked`: the page that is shown now may still thank for it.
   */
  z.object({ is: z.literal('left'), mayBeThanked: z.boolean(), ...always }),
]);
type Submission = z.infer<typeof submissionSchema>;
type Clicked = Extract<Submission, { is: 'clicked' }>;
type Announced = Omit<Extract<Submission, { is: 'announced' }>, 'is' | 'isDoubted'>;

/** All that one tab is in the middle of, oldest first. */
export const tabSubmissions = z.array(submissionSchema).readonly();
export type TabSubmissions = z.infer<typeof tabSubmissions>;

export const NO_SUBMISSIONS: TabSubmissions = [];

/** What the content script tells about a tab, the browser about its end, or the clock. */
export type TabEvent =
  | { readonly type: 'announced'; readonly announced: Announced }
  | { readonly type: 'stands'; readonly submission: string }
  | { readonly type: 'withdrawn'; readonly submission: string }
  | { readonly type: 'clicked'; readonly submissions: readonly string[] }
  | {
      readonly type: 'marks found';
      readonly clicked: readonly string[];
      readonly thanked: readonly string[];
    }
  | { readonly type: 'thanks shown' }
  /** `isReload`: it is the page that was there before. */
  | { readonly type: 'page opened'; readonly isReload?: boolean | undefined }
  | { readonly type: 'no thanks here' }
  | { readonly type: 'tab closed' }
  /** Too much time has passed since the click. */
  | { readonly type: 'time is up' };

export interface Step {
  readonly after: TabSubmissions;
  readonly record: readonly NewEvent[];
}

/** A submission that takes longer has most likely failed. */
export const MINUTES_TO_THANK_YOU = 10;

/**
 * Turns what happens in a tab into ledger entries. A file counts as sent only on proof: announced,
 * seen on the page, clicked by the person, thanked for by the page, in this order and in one tab.
 *
 *   announced ──stands──► standing ──clicked──► clicked ──thanks──► sent
 *      │                     │                     └─tab closed, another page, time is up, withdrawn,
 *      │                     │                       something newer announced──► not sure, until thanks
 *      │                     ├─withdrawn, tab closed──► taken back
 *      │                     ├─thanks without a click──► not sure, until clicked
 *      │                     └─page opened──► taken back, left ──thanks on that page──► not sure
 *      └─clicked before it stood──► clicked, but never more than not sure
 *
 * What was only announced goes the ways of what stands there, but nothing is taken back. "Not sure"
 * is the ledger's `confirmation-not-seen`. All clicked submissions in a tab are those of the latest
 * click, so thanks are for all of them.
 */
export function nextStep(before: TabSubmissions, event: TabEvent): Step {
  switch (event.type) {
    case 'announced':
      return announce(before, event.announced);
    case 'stands':
      return stand(before, event.submission);
    case 'withdrawn':
      return each(before, (one) =>
        one.submission === event.submission ? withdraw(one) : keep(one),
      );
    case 'clicked':
      return click(before, event.submissions);
    case 'marks found':
      return countMarks(before, event);
    case 'thanks shown':
      return before.some(isClicked) ? thankForClick(before) : each(before, thankWithoutClick);
    case 'page opened':
      return each(before, leave);
    case 'no thanks here':
      return each(before, (one) =>
        one.is === 'left' ? past(one) : doubtClick(one, 'another page'),
      );
    case 'time is up':
      return each(before, (one) => doubtClick(one, 'no answer'));
    case 'tab closed':
      return { after: NO_SUBMISSIONS, record: each(before, end).record };
  }
}

/** True while thanks for a click are still to come. */
export function isWaiting(submissions: TabSubmissions): boolean {
  return submissions.some((one) => isClicked(one) && !one.isDoubted);
}

// ── what becomes of all submissions of a tab ───────────────────────────────────────────────

/** Thanks for an earlier click become unlikely with this, but they would still be for that click. */
function announce(before: TabSubmissions, announced: Announced): Step {
  const { after, record } = each(before, (one) => doubtClick(one, 'no answer'));
  const latest = after.filter(({ is }) => is !== 'left').slice(-MOST_OPEN);
  const left = after.filter(({ is }) => is === 'left').slice(-MOST_OPEN);
  return {
    after: [...left, ...latest, { ...announced, is: 'announced', isDoubted: false }],
    record,
  };
}

/** A person has no more of either at once in one tab. */
const MOST_OPEN = 30;

/** After the click it is too late: nobody saw that the page held the files when it was clicked. */
function stand(before: TabSubmissions, submission: string): Step {
  return each(before, (one) => {
    if (one.submission !== submission || isClicked(one) || one.is === 'standing') return keep(one);
    const { files, clickNumber, thanksNumber, isDoubted } = one;
    const known = { submission, files, clickNumber, thanksNumber, isDoubted };
    return { after: [{ ...known, is: 'standing' }], record: entries('attached', one) };
  });
}

/** A second click on the same submissions changes nothing. */
function click(before: TabSubmissions, submissions: readonly string[]): Step {
  const isNamed = ({ submission }: Submission) => submissions.includes(submission);
  if (!before.some((one) => isNamed(one) && !isClicked(one))) return { after: before, record: [] };
  return each(before, (one) => {
    if (isNamed(one)) return isClicked(one) ? keep(one) : submit(one);
    // The next thanks are for this click, not for an earlier one.
    return isClicked(one) ? { ...doubtClick(one, 'no answer'), after: [] } : keep(one);
  });
}

/**
 * Numbers that are not known here prove nothing: forged, used before, or from another tab. The content
 * script leaves one only for files that it saw on the page at the click.
 */
function countMarks(
  before: TabSubmissions,
  {
    clicked,
    thanked,
  }: { readonly clicked: readonly string[]; readonly thanked: readonly string[] },
): Step {
  const isThanked = ({ thanksNumber }: Submission) => thanked.includes(thanksNumber);
  const named = before
    .filter((one) => isThanked(one) || clicked.includes(one.clickNumber))
    .map(({ submission }) => submission);
  const stood = named.reduce(
    ({ after, record }: Step, submission): Step => {
      const next = stand(after, submission);
      return { after: next.after, record: [...record, ...next.record] };
    },
    { after: before, record: [] },
  );
  const counted = click(stood.after, named);
  const thanks = each(counted.after, (one) =>
    isClicked(one) && isThanked(one) ? confirm(one) : keep(one),
  );
  return { after: thanks.after, record: [...stood.record, ...counted.record, ...thanks.record] };
}

/** The page thanks for what was clicked; what has merely stood there since goes on standing. */
function thankForClick(before: TabSubmissions): Step {
  return each(before, (one) => {
    if (isClicked(one)) return confirm(one);
    return one.is === 'left' ? past(one) : keep(one);
  });
}

/** @param become what becomes of one submission, and the entries for it */
function each(before: TabSubmissions, become: (one: Submission) => Step): Step {
  const steps = before.map(become);
  return {
    after: steps.flatMap(({ after }) => after),
    record: steps.flatMap(({ record }) => record),
  };
}

// ── what becomes of one submission ─────────────────────────────────────────────────────────

function keep(one: Submission): Step {
  return { after: [one], record: [] };
}

function withdraw(one: Submission): Step {
  if (isClicked(one)) return doubtClick(one, 'file left');
  return one.is === 'left' ? keep(one) : leave(one);
}

function submit(one: Exclude<Submission, Clicked>): Step {
  const { submission, files, clickNumber, thanksNumber } = one;
  const stood = one.is === 'standing';
  const known = { submission, files, clickNumber, thanksNumber };
  return {
    after: [{ ...known, is: 'clicked', stood, isDoubted: false }],
    record: [...(stood ? [] : entries('attached', one)), ...entries('submitted', one)],
  };
}

function confirm(one: Clicked): Step {
  if (one.stood) return { after: [], record: entries('confirmed-on-page', one) };
  return { after: [], record: one.isDoubted ? [] : doubts(one, 'file not seen') };
}

/** A page may submit by itself, on choice. */
function thankWithoutClick(one: Submission): Step {
  if (one.is === 'left' && !one.mayBeThanked) return keep(one);
  const record = one.isDoubted ? [] : doubts(one, 'no click');
  return { after: [{ ...one, isDoubted: true }], record };
}

/** After the click, the page that opens is the answer to it. Before the click, the files are gone. */
function leave(one: Submission): Step {
  if (isClicked(one)) return keep(one);
  if (one.is === 'left') return past(one);
  return { after: [{ ...one, is: 'left', mayBeThanked: true }], record: takeBack(one) };
}

/** Thanks from now on are for something else. The page itself may still come back, or its numbers. */
function past(one: Extract<Submission, { is: 'left' }>): Step {
  return { after: [{ ...one, mayBeThanked: false }], record: [] };
}

function end(one: Submission): Step {
  return isClicked(one) ? doubtClick(one, 'tab closed') : { after: [], record: takeBack(one) };
}

function doubtClick(one: Submission, why: Doubt): Step {
  if (!isClicked(one) || one.isDoubted) return keep(one);
  return { after: [{ ...one, isDoubted: true }], record: doubts(one, why) };
}

function isClicked(one: Submission): one is Clicked {
  return one.is === 'clicked';
}

// ── entries ────────────────────────────────────────────────────────────────────────────────

function doubts({ submission, files }: Submission, why: Doubt): NewEvent[] {
  const kind = 'confirmation-not-seen';
  return files.map(({ organization, file }) => ({ kind, organization, submission, file, why }));
}

/** Nothing to take back if the files never stood there, or if they may have been sent. */
function takeBack(one: Submission): NewEvent[] {
  return one.is === 'standing' && !one.isDoubted ? entries('taken-back', one) : [];
}

function entries(
  kind: 'attached' | 'taken-back' | 'submitted' | 'confirmed-on-page',
  { submission, files }: Submission,
): NewEvent[] {
  return files.map(({ organization, file }) => ({ kind, organization, submission, file }));
}
