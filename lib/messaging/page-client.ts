import type { LearnedControl } from '../upload-page/learned-control.ts';
import type { PageStanding } from '../validation/page-schemas.ts';
import type { ChangeAnswer } from './from-background.ts';
import {
  changeAnswerSchema,
  learnedControlsSchema,
  pageStandingAnswerSchema,
} from './from-background.ts';
import type { ToBackground } from './to-background.ts';

/** What the extension's own pages can ask about the site's pages; the background knows it. */
export interface PageClient {
  /** None where no page of the site has reported from that tab. */
  standing(tabId: number): Promise<PageStanding | undefined>;
  /** Oldest first. */
  learnedControls(): Promise<readonly LearnedControl[]>;
  /** @param at of the control to forget */
  forgetControl(at: number): Promise<ChangeAnswer>;
}

export function createPageClient(send: (message: ToBackground) => Promise<unknown>): PageClient {
  return {
    standing: async (tabId) =>
      pageStandingAnswerSchema.parse(await send({ type: 'read page state', tabId })),
    learnedControls: async () =>
      learnedControlsSchema.parse(await send({ type: 'learned controls' })),
    forgetControl: async (at) =>
      changeAnswerSchema.parse(await send({ type: 'forget control', at })),
  };
}
