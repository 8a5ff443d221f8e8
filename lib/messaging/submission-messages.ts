import { attachedFileSchema } from '../ledger/attached-file.ts';
import { ruleIdSchema } from '../ledger/events.ts';
import { z } from '../validation/z.ts';
import { changeAnswerSchema, refusedChangeSchema } from './change-answer.ts';
import type { MessageMap } from './message-map.ts';
import { noAnswer, noPayload } from './message-map.ts';

/** The most files that one submission holds. */
const MOST_FILES = 200;
/** The most submissions that one click sends. */
const MOST_SUBMISSIONS = 50;

const submissionSchema = z.object({
  /** The id from `submission announced`. */
  submission: z.uuid(),
});

/** The page can write into the storage that these come from, so they may hold anything. */
const numbersFoundSchema = z.array(z.string().max(64)).max(2 * MOST_SUBMISSIONS);

/**
 * What the content script tells about the files on their way through the page. It alone sees the
 * page, so it alone tells. The messages of one submission come in this order:
 *
 *   content script                                background
 *   ──────────────                                ──────────
 *   submission announced {proof, files} ────────► remembers the files
 *     ◄─────────────────────────────── announced, or not recorded
 *   (fills the input, reads it back)
 *   submission stands {submission} ─────────────► attached
 *   (the person clicks the page's button; both numbers go into the tab's sessionStorage)
 *   submission clicked {submissions} ───────────► submitted
 *   (answer awaited, again and again) ──────────► stays awake
 *   thanks shown ───────────────────────────────► confirmed-on-page
 *
 *   (or the click loads another page, which may cut off the last messages)
 *   marks found {clicked, thanked} ─────────────► submitted, confirmed-on-page, if not told before
 *   page opened ────────────────────────────────► taken-back, for files that nobody clicked
 *   thanks shown, or no thanks here ────────────► confirmed-on-page, or confirmation-not-seen
 *
 * Only this whole order makes a file "sent"; lib/background/submissions.ts says what else becomes of
 * it. The page can write into sessionStorage, but it cannot guess a number: the content script makes
 * them up, and writes each only after what it proves.
 */
export const submissionMessages = {
  /** The files are about to stand on the page. The content script waits for the answer. */
  'submission announced': {
    from: ['content script'],
    payload: z.object({
      /** Names this submission in all later messages, also before the answer. */
      submission: z.uuid(),
      /** A one-time number that proves a click, for a message that the click may cut off. */
      clickNumber: z.uuid(),
      /** A one-time number that proves the click and the thanks for it. */
      thanksNumber: z.uuid(),
      /** The record of each file, for the ledger. */
      files: z.array(attachedFileSchema).min(1).max(MOST_FILES).readonly(),
    }),
    answer: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('announced') }),
      /** The files may go to the page, but the checklist will not know. */
      z.object({ kind: z.literal('not recorded'), why: refusedChangeSchema }),
    ]),
  },
  /** The content script read the page back: it holds exactly the files of this submission. */
  'submission stands': {
    from: ['content script'],
    payload: submissionSchema,
    answer: changeAnswerSchema,
  },
  /** The files left the page: taken back, replaced, refused, or lost by the page. */
  'submission withdrawn': {
    from: ['content script'],
    payload: submissionSchema,
    answer: changeAnswerSchema,
  },
  /** The person clicked the page's button. */
  'submission clicked': {
    from: ['content script'],
    payload: z.object({
      /** The ids of all submissions that the page's form holds at the click. */
      submissions: z.array(z.uuid()).min(1).max(MOST_SUBMISSIONS).readonly(),
    }),
    answer: changeAnswerSchema,
  },
  /**
   * The page that was opened found numbers in the tab's sessionStorage: the page before it could not
   * make sure that its messages arrived. It is told before `page opened`.
   */
  'marks found': {
    from: ['content script'],
    payload: z.object({
      /** The click numbers that were found. */
      clicked: numbersFoundSchema.readonly(),
      /** The thanks numbers that were found. */
      thanked: numbersFoundSchema.readonly(),
    }),
    answer: changeAnswerSchema,
  },
  /** The page's answer to a click is still to come. The background must not fall asleep over it. */
  'answer awaited': {
    from: ['content script'],
    payload: noPayload,
    answer: noAnswer,
  },
  /** The page's thank-you text has just appeared, on this page or on the one after the click. */
  'thanks shown': {
    from: ['content script'],
    payload: noPayload,
    answer: changeAnswerSchema,
  },
  /** A page of the site was opened or reloaded in this tab. Only the tab's top frame tells it. */
  'page opened': {
    from: ['content script'],
    payload: z.object({
      /** It is the page that was there before. */
      isReload: z.boolean().optional(),
    }),
    answer: changeAnswerSchema,
  },
  /** The page that was opened is complete and has no thank-you text. */
  'no thanks here': {
    from: ['content script'],
    payload: noPayload,
    answer: changeAnswerSchema,
  },
  /** The person insisted on sending files that some rules would have held back. */
  'files sent anyway': {
    from: ['content script'],
    payload: z.object({
      /** How many files the person sent. */
      files: z.int().min(1).max(MOST_FILES),
      /** The ids of the rules that would have held them back. */
      rules: z.array(ruleIdSchema).max(50).readonly(),
    }),
    answer: changeAnswerSchema,
  },
} as const satisfies MessageMap;
