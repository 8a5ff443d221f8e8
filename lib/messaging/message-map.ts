import { z } from '../validation/z.ts';

/** Who sends a message to the background. The background checks it on arrival. */
export type Asker =
  /** The content script in a page of the site, in any of its frames. */
  | 'content script'
  /** The assist page in the frame that the content script adds to the site's page. */
  | 'panel'
  /** The popup, the setup page and the "Check files" tab. */
  | 'own pages';

/** One message to the background, with everything that is checked about it. */
interface Message {
  /** Who may send it; from anyone else it goes unanswered. */
  readonly from: readonly [Asker, ...Asker[]];
  /** What it carries. The background checks it on arrival. */
  readonly payload: z.ZodType;
  /** What the background answers. The extension's own pages check it on arrival. */
  readonly answer: z.ZodType;
}

/** The messages of one concern, by name. */
export type MessageMap = Readonly<Record<string, Message>>;

/** The payload of a message whose name says it all. */
export const noPayload = z.object({});

/** The answer to a message that asks for nothing but to be obeyed. */
export const noAnswer = z.void();
