import type { z } from '../validation/z.ts';
import { ledgerMessages } from './ledger-messages.ts';
import type { Asker } from './message-map.ts';
import { outcomeMessages } from './outcome-messages.ts';
import { settingsMessages } from './settings-messages.ts';
import { submissionMessages } from './submission-messages.ts';
import { tabMessages } from './tab-messages.ts';
import { tokenMessages } from './token-messages.ts';

const ALL = {
  ...ledgerMessages,
  ...outcomeMessages,
  ...settingsMessages,
  ...submissionMessages,
  ...tabMessages,
  ...tokenMessages,
};
type All = typeof ALL;

export type MessageName = keyof All;
export type Payload<Name extends MessageName> = z.infer<All[Name]['payload']>;
export type Answer<Name extends MessageName> = z.infer<All[Name]['answer']>;

/** Every message to the background, each defined once. */
export const MESSAGES: {
  readonly [Name in MessageName]: {
    readonly from: readonly Asker[];
    readonly payload: z.ZodType<Payload<Name>>;
    readonly answer: z.ZodType<Answer<Name>>;
  };
} = ALL;

/** A message on its way to the background. */
export interface SentMessage<Name extends MessageName = MessageName> {
  readonly name: Name;
  readonly payload: Payload<Name>;
}

/** The names of the messages that this asker may send. */
export type AskedBy<By extends Asker> = {
  [Name in MessageName]: By extends All[Name]['from'][number] ? Name : never;
}[MessageName];

/** Sends a message and gives the answer. It rejects if the background failed or gave no answer. */
export type Ask<By extends Asker> = <Name extends AskedBy<By>>(
  name: Name,
  payload: Payload<Name>,
) => Promise<Answer<Name>>;

/** Where a message comes from, as the browser says. */
export interface Sender {
  /** The tab, unless the popup sent it. */
  readonly tabId: number | undefined;
  /** The frame in that tab; the tab's own page is 0. */
  readonly frameId?: number | undefined;
  readonly isPrivate: boolean;
}

/** What the background does for each message. */
export type Handlers<Name extends MessageName = MessageName> = {
  readonly [Each in Name]: (payload: Payload<Each>, sender: Sender) => Promise<Answer<Each>>;
};
