import { pageStandingSchema } from '../validation/page-schemas.ts';
import { z } from '../validation/z.ts';
import { changeAnswerSchema } from './change-answer.ts';
import type { MessageMap } from './message-map.ts';
import { noAnswer, noPayload } from './message-map.ts';

/** The tabs of the setup page. Its address names the open one: `setup.html#districts`. */
export const SETUP_TABS = ['organization', 'steps', 'districts', 'data'] as const;
export type SetupTab = (typeof SETUP_TABS)[number];

/** The checklist's page shows all organizations if its address says so: `popup.html#organizations`. */
export const ALL_ORGANIZATIONS = 'organizations';

/** The tabs of the browser: how the assistant stands on the page in one, and which ones to open. */
export const tabMessages = {
  /** The content script tells how the assistant stands on its page, once for each change. */
  'page state': {
    from: ['content script'],
    payload: pageStandingSchema,
    answer: changeAnswerSchema,
  },
  /** The popup asks how the assistant stands on the page in a tab. */
  'read page state': {
    from: ['panel', 'own pages'],
    payload: z.object({
      /** The tab to look at; the one that asks if absent. */
      tabId: z.int().nonnegative().optional(),
    }),
    /** Nothing, if no page of the site has reported from that tab. */
    answer: pageStandingSchema.optional(),
  },
  /** Someone asks for the site's upload page in a new tab. */
  'open upload page': {
    from: ['content script', 'panel', 'own pages'],
    payload: noPayload,
    answer: noAnswer,
  },
  /** Someone asks for the checklist in a new tab. */
  'open checklist': {
    from: ['content script', 'panel', 'own pages'],
    payload: z.object({
      /** All organizations. One organization's checklist if absent. */
      view: z.literal(ALL_ORGANIZATIONS).optional(),
    }),
    answer: noAnswer,
  },
  /** Someone asks for the "Check files" page in a new tab. */
  'open check files': {
    from: ['content script', 'panel', 'own pages'],
    payload: noPayload,
    answer: noAnswer,
  },
  /** Someone asks for the setup page in a new tab of the browser. */
  'open setup': {
    from: ['content script', 'panel', 'own pages'],
    payload: z.object({
      /** The first one if absent. */
      tab: z.enum(SETUP_TABS).optional(),
    }),
    answer: noAnswer,
  },
} as const satisfies MessageMap;
