import type { FieldMarks } from './field-marks.ts';
import type { FoundControls } from './find-controls.ts';
import type { FieldState } from './page-state.ts';
import { pause } from './pause.ts';
import { choosePurpose, readPurpose } from './purpose-field.ts';
import { PURPOSE_PLACEHOLDER, PURPOSE_WANTED } from './site-words.ts';
import { readText, writeText } from './text-field.ts';

export interface FillerOptions {
  /** The controls as they are at this moment: a page may replace them at any time. */
  readonly find: () => Pick<FoundControls, 'purpose' | 'description'>;
  readonly marks: FieldMarks;
  readonly signal: AbortSignal;
}

export interface FieldStates {
  readonly purpose: FieldState;
  readonly description: FieldState;
}

/** A page that puts its own value back does so within this time. */
const READ_BACK_MS = 300;

/**
 * Fills File Purpose and File Description, but never over what the person chose or typed. What it
 * put in is read back a moment later and, where the page has taken it out, put in once more; a page
 * that does so again wins, and the person is told.
 *
 *   fill() ─► [files are handed over] ─► readBack() ─► filled | not set
 */
export class FieldFiller {
  readonly #options: FillerOptions;
  /** What was last put in: while it still stands there, the field is ours. */
  #ourDescription: string | undefined;
  #isOurPurpose = false;
  /** What stood there before the first filling; undo brings it back. */
  #descriptionBefore = '';
  #purposeBefore = '';
  #states: FieldStates = { purpose: 'not found', description: 'not found' };

  constructor(options: FillerOptions) {
    this.#options = options;
  }

  /** Fills what the person has left empty. */
  async fill(description: string): Promise<void> {
    this.#states = {
      purpose: await this.#fillPurpose(),
      description: this.#fillDescription(description),
    };
  }

  /** The person clicked `Fill description`: their own words give way, and undo brings them back. */
  async replaceDescription(description: string): Promise<void> {
    const field = this.#options.find().description;
    this.#states = {
      purpose: await this.#fillPurpose(),
      description: field ? this.#write(field, description) : 'not found',
    };
  }

  /** Whether this field was not there to be filled. */
  lacks(field: keyof FieldStates): boolean {
    return this.#states[field] === 'not found';
  }

  /** How the fields stand once the page has had its say; marks those that are filled. */
  async readBack(): Promise<FieldStates> {
    await this.#pause();
    if (this.#hasLostPurpose() || this.#hasLostDescription()) {
      await this.#putInAgain();
      await this.#pause();
    }
    this.#states = {
      purpose: this.#hasLostPurpose() ? 'not set' : this.#states.purpose,
      description: this.#hasLostDescription() ? 'not set' : this.#states.description,
    };
    this.#mark();
    return this.#states;
  }

  async #fillPurpose(): Promise<FieldState> {
    const field = this.#options.find().purpose;
    if (!field) return 'not found';
    const chosen = readPurpose(field);
    if (PURPOSE_WANTED.test(chosen)) return this.#isOurPurpose ? 'filled' : 'left alone';
    if (chosen !== '' && !PURPOSE_PLACEHOLDER.test(chosen)) return 'own words';
    this.#purposeBefore = chosen;
    const isChosen = await choosePurpose(field, PURPOSE_WANTED, this.#options.signal);
    this.#isOurPurpose = isChosen;
    return isChosen ? 'filled' : 'not set';
  }

  #fillDescription(description: string): FieldState {
    const field = this.#options.find().description;
    if (!field) return 'not found';
    const text = readText(field);
    const isOurs = text === this.#ourDescription;
    if (text.trim() === description && !isOurs) return 'left alone';
    if (text.trim() !== '' && !isOurs) return 'own words';
    return this.#write(field, description);
  }

  #write(field: HTMLElement, description: string): FieldState {
    const text = readText(field);
    if (text !== this.#ourDescription) this.#descriptionBefore = text;
    writeText(field, description);
    this.#ourDescription = description;
    return 'filled';
  }

  #hasLostPurpose(): boolean {
    const field = this.#options.find().purpose;
    return this.#states.purpose === 'filled' && !(field && PURPOSE_WANTED.test(readPurpose(field)));
  }

  #hasLostDescription(): boolean {
    const field = this.#options.find().description;
    return (
      this.#states.description === 'filled' && !(field && readText(field) === this.#ourDescription)
    );
  }

  async #putInAgain(): Promise<void> {
    const { purpose, description } = this.#options.find();
    if (purpose && this.#hasLostPurpose()) {
      await choosePurpose(purpose, PURPOSE_WANTED, this.#options.signal);
    }
    if (description && this.#hasLostDescription() && this.#ourDescription !== undefined) {
      writeText(description, this.#ourDescription);
    }
  }

  #mark(): void {
    const { purpose, description } = this.#options.find();
    const { marks } = this.#options;
    if (purpose && this.#states.purpose === 'filled') {
      marks.mark('purpose', purpose, () => this.#undoPurpose());
    }
    if (description && this.#states.description === 'filled') {
      marks.mark('description', description, () => this.#undoDescription());
    }
  }

  async #undoPurpose(): Promise<void> {
    const field = this.#options.find().purpose;
    if (!field || !this.#isOurPurpose || !PURPOSE_WANTED.test(readPurpose(field))) return;
    this.#isOurPurpose = false;
    await choosePurpose(field, exactly(this.#purposeBefore), this.#options.signal);
  }

  #undoDescription(): void {
    const field = this.#options.find().description;
    if (field && readText(field) === this.#ourDescription) {
      writeText(field, this.#descriptionBefore);
    }
    this.#ourDescription = undefined;
  }

  #pause(): Promise<void> {
    return pause(READ_BACK_MS, this.#options.signal);
  }
}

function exactly(words: string): RegExp {
  return new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}
