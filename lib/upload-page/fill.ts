import type { FieldAccess } from './controls/control.ts';
import { descriptionField } from './controls/description.ts';
import { PURPOSE_WANTED, purposeField } from './controls/purpose.ts';
import type { FieldMarks } from './field-marks.ts';
import type { FoundControls } from './find-controls.ts';
import type { FieldState } from './page-state.ts';
import { pause } from './pause.ts';

export interface FillerOptions {
  /** The current controls. A page may replace them at any time. */
  readonly find: () => Pick<FoundControls, 'purpose' | 'description'>;
  readonly marks: FieldMarks;
  readonly signal: AbortSignal;
}

export interface FieldStates {
  readonly purpose: FieldState;
  readonly description: FieldState;
}

/** A page that restores its own value does so within this time. */
const READ_BACK_MS = 300;

/**
 * Fills File Purpose and File Description, but never over what the person chose or typed. A moment
 * later it reads back what it filled in. If the page removed it, it fills it in once more. If the
 * page removes it again, the page wins, and the person is told.
 *
 *   fill() ─► [files are handed over] ─► readBack() ─► filled | not set
 */
export class FieldFiller {
  readonly #options: FillerOptions;
  readonly #fields: Readonly<Record<keyof FieldStates, FilledField>>;

  constructor(options: FillerOptions) {
    const { find, signal } = options;
    this.#options = options;
    this.#fields = {
      purpose: filledField(() => find().purpose, purposeField, signal),
      description: filledField(() => find().description, descriptionField, signal),
    };
  }

  /** Fills the fields that the person left empty. */
  async fill(description: string): Promise<void> {
    await this.#fields.purpose.fill(PURPOSE_WANTED);
    await this.#fields.description.fill(description);
  }

  /**
   * The person clicked `Fill description`. The assistant's words replace theirs, and undo restores
   * theirs.
   */
  async replaceDescription(description: string): Promise<void> {
    await this.#fields.purpose.fill(PURPOSE_WANTED);
    await this.#fields.description.replace(description);
  }

  /** Whether this field was missing. */
  lacks(field: keyof FieldStates): boolean {
    return this.#fields[field].state() === 'not found';
  }

  /** Returns the fields' states after the page has reacted, and marks the filled ones. */
  async readBack(): Promise<FieldStates> {
    const { purpose, description } = this.#fields;
    await this.#pause();
    if (purpose.isLost() || description.isLost()) {
      await purpose.putInAgain();
      await description.putInAgain();
      await this.#pause();
    }
    return { purpose: this.#settle('purpose'), description: this.#settle('description') };
  }

  #settle(name: keyof FieldStates): FieldState {
    const { find, marks } = this.#options;
    const { settle, undo } = this.#fields[name];
    const control = find()[name];
    const state = settle();
    if (control && state === 'filled') marks.mark(name, control, undo);
    return state;
  }

  #pause(): Promise<void> {
    return pause(READ_BACK_MS, this.#options.signal);
  }
}

/** One field, and what the assistant can do with it. */
interface FilledField {
  readonly state: () => FieldState;
  /** Fills it if it is empty or still has the assistant's last text. */
  readonly fill: (text: string) => Promise<void>;
  /** Fills it regardless of its content. */
  readonly replace: (text: string) => Promise<void>;
  /** Whether the page has removed what was filled in. */
  readonly isLost: () => boolean;
  readonly putInAgain: () => Promise<void>;
  /** Decides whether the field is filled. A value that is lost by now stays lost. */
  readonly settle: () => FieldState;
  readonly undo: () => Promise<void>;
}

function filledField(
  find: () => HTMLElement | undefined,
  { read, isOpen, write }: FieldAccess,
  signal: AbortSignal,
): FilledField {
  let state: FieldState = 'not found';
  /**
   * The text that was last filled in. While the field still has it, the field is the assistant's.
   */
  let ours: string | undefined;
  /** The text before that. Undo restores it. */
  let before = '';

  const replace = async (text: string) => {
    const field = find();
    const now = field && read(field);
    if (now !== undefined && now !== ours) before = now;
    const isTaken = field && (await write(field, text, signal));
    ours = isTaken ? text : undefined;
    state = !field ? 'not found' : isTaken ? 'filled' : 'not set';
  };
  const fill = async (text: string) => {
    const field = find();
    const now = field && read(field);
    const isOurs = now === ours;
    if (now?.trim() === text) state = isOurs ? 'filled' : 'left alone';
    else if (field && !isOurs && !isOpen(field)) state = 'own words';
    else await replace(text);
  };
  const isOurs = (field = find()) => field && read(field) === ours;
  const isLost = () => state === 'filled' && !isOurs();
  const putInAgain = async () => {
    const field = find();
    if (field && ours !== undefined && isLost()) await write(field, ours, signal);
  };
  const settle = () => {
    if (isLost()) state = 'not set';
    return state;
  };
  const undo = async () => {
    const field = find();
    const isStillOurs = isOurs(field);
    ours = undefined;
    if (field && isStillOurs) await write(field, before, signal);
  };
  return { state: () => state, fill, replace, isLost, putInAgain, settle, undo };
}
