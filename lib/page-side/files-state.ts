import type { AttachedFile } from '../ledger/attached-file.ts';
import type { SentMessage } from '../messaging/messages.ts';
import type {
  AttachOutcome,
  ChosenFile,
  ChosenWhen,
  FromPage,
  NotRecorded,
} from '../messaging/page-port.ts';
import type { FieldStates } from '../upload-page/fill.ts';

/** What a submission is known by, and proven with; see lib/background/submissions.ts. */
export interface Proof {
  readonly submission: string;
  /** One-time numbers. The page learns each only after what it proves has happened. */
  readonly clickNumber: string;
  readonly thanksNumber: string;
}

/** Files that the person chose together, as they chose them. */
export interface Choice {
  readonly number: number;
  readonly files: readonly ChosenFile[];
  readonly when: ChosenWhen;
}

/**
 * Files that the page has, or gets at this moment, with the assistant's knowledge.
 *
 *   given ──read back──► standing ──click──► clicked ──thanks──► thanked
 *     └──────────────click─────────────────────▲
 */
export interface GivenFiles {
  readonly key: number;
  readonly stage: 'given' | 'standing' | 'clicked' | 'thanked';
  /** The page was seen holding them at the click. */
  readonly isProven?: boolean;
  /** Known once it was read back from the page. */
  readonly how?: Exclude<AttachOutcome, 'refused'>;
  readonly names: readonly string[];
  /** Which copies these are. None for files that the person chose by hand. */
  readonly copies: readonly string[];
  /** What the ledger keeps of them. None for files that the person sends against the rules. */
  readonly records: readonly AttachedFile[];
  /** Absent where the ledger keeps nothing, as in a private window. */
  readonly proof?: Proof;
  /** These come back where the page loses the files. */
  readonly choices: readonly Choice[];
}

/** The panel's order to attach files. */
export interface AttachOrder {
  readonly proof: Proof;
  /** The last choice that the panel had heard of. */
  readonly choice: number;
  readonly copies: readonly string[];
  readonly records: readonly AttachedFile[];
  readonly description: string;
}

/** How far an order is. One is carried out at a time. */
export type OrderState =
  | { readonly step: 'none' }
  | { readonly step: 'filling' | 'announcing'; readonly key: number; readonly order: AttachOrder }
  | { readonly step: 'giving'; readonly key: number }
  | { readonly step: 'reading back'; readonly key: number; readonly outcome: AttachOutcome };

export interface FilesState {
  /** With the panel. They go back to the page as they were chosen, should the panel die. */
  readonly held: readonly Choice[];
  /** What the person let go last. They may take that back. */
  readonly letGo: readonly Choice[];
  readonly given: readonly GivenFiles[];
  readonly order: OrderState;
  /** Number of the choice that the person made last. */
  readonly lastChoice: number;
  /** Number of the last choice that the panel was told of. */
  readonly lastSaid: number;
  readonly hasWarnedOfEarlyClick: boolean;
  readonly nextKey: number;
}

/** What the page shows at the very moment of the click. */
export interface PageAtClick {
  /** Keys of the given files that surely stand there now. */
  readonly there: readonly number[];
  /** The page says of every file that it is ready, or says nothing. */
  readonly isReady: boolean;
}

export type FilesEvent =
  /** The guard stopped these files. `isInputEmptied`: an input that held other files holds none now. */
  | { readonly type: 'chosen'; readonly choice: Choice; readonly isInputEmptied: boolean }
  /** Files that the person saved and chose by hand. The guard let them pass; the page has them. */
  | {
      readonly type: 'passed';
      readonly proof: Proof;
      /** Of the chosen files that these were made from. */
      readonly ids: readonly string[];
      readonly records: readonly AttachedFile[];
    }
  | { readonly type: 'attach'; readonly order: AttachOrder }
  | { readonly type: 'attach again'; readonly names: readonly string[] }
  | {
      readonly type: 'put back';
      readonly ids: readonly string[];
      readonly rules: readonly string[];
    }
  | { readonly type: 'let go' }
  /** The files that were let go last are with the panel again. */
  | { readonly type: 'hold again' }
  | { readonly type: 'fields filled'; readonly key: number }
  /** The background's answer to `announce`. */
  | {
      readonly type: 'announced';
      readonly key: number;
      readonly proof: Proof;
      readonly answer: 'announced' | NotRecorded;
    }
  /** What the page did with the files, read back from it. */
  | { readonly type: 'settled'; readonly key: number; readonly outcome: AttachOutcome }
  | { readonly type: 'fields read back'; readonly fields: FieldStates }
  /** The input was emptied again. `isComplete`: the page no longer names the files. */
  | { readonly type: 'taken back'; readonly isComplete: boolean }
  /** The form came back without the files that it had. */
  | { readonly type: 'lost' }
  /** The browser had kept this page whole while another one was shown. */
  | { readonly type: 'shown again' }
  | { readonly type: 'click'; readonly page: PageAtClick }
  /** The page's thank-you text has just appeared. */
  | { readonly type: 'thanks' }
  /** The panel is dead, or the assistant gives up. */
  | { readonly type: 'panel gone' };

/** What the background is told, in this order, of each submission. */
export type ToldOfFiles =
  | 'submission stands'
  | 'submission withdrawn'
  | 'submission clicked'
  | 'thanks shown'
  | 'files sent anyway';
export type Told = { [Name in ToldOfFiles]: SentMessage<Name> }[ToldOfFiles];

export type FilesCommand =
  | { readonly do: 'say'; readonly message: FromPage }
  | { readonly do: 'tell'; readonly message: Told }
  /** Leaves the numbers in the tab, for the page that comes next. */
  | { readonly do: 'mark'; readonly as: 'clicked' | 'thanked'; readonly proofs: readonly Proof[] }
  | { readonly do: 'fill fields'; readonly key: number; readonly description: string }
  | { readonly do: 'read fields back' }
  /** Files that came by hand: what does the page do with them? `settled` is the answer. */
  | { readonly do: 'read back'; readonly key: number; readonly records: readonly AttachedFile[] }
  | {
      readonly do: 'announce';
      readonly key: number;
      readonly proof: Proof;
      readonly records: readonly AttachedFile[];
    }
  | { readonly do: 'give'; readonly key: number; readonly copies: readonly string[] }
  /** The person's own files, as they chose them. */
  | { readonly do: 'put back'; readonly choices: readonly Choice[] }
  | { readonly do: 'stop click' };

export interface Step {
  readonly state: FilesState;
  readonly commands: readonly FilesCommand[];
}

export const NO_FILES: FilesState = {
  held: [],
  letGo: [],
  given: [],
  order: { step: 'none' },
  lastChoice: 0,
  lastSaid: 0,
  hasWarnedOfEarlyClick: false,
  nextKey: 1,
};

/** Files stand in the form, and the person has not clicked the page's button yet. */
export function unsubmitted({ given }: FilesState): readonly GivenFiles[] {
  return given.filter(({ stage }) => stage === 'given' || stage === 'standing');
}

/** Names of the files that stand in the form. */
export function namesOnPage(state: FilesState): readonly string[] {
  return unsubmitted(state).flatMap(({ names }) => names);
}
