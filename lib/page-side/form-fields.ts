import type { FieldFiller, FieldStates } from '../upload-page/fill.ts';
import type { FoundControls } from '../upload-page/find-controls.ts';
import type { Lifetime } from '../upload-page/safely.ts';

export interface FormFieldsOptions {
  readonly filler: FieldFiller;
  readonly safely: Lifetime['safely'];
  /** Called when fields were filled that came late. */
  readonly onLate: (fields: FieldStates) => void;
}

/** Fills File Purpose and File Description: now, and once more when a later step of the form shows them. */
export class FormFields {
  readonly #options: FormFieldsOptions;
  /** Kept until the submission, for fields that are not there yet. */
  #description: string | undefined;
  #isBusy = false;

  constructor(options: FormFieldsOptions) {
    this.#options = options;
  }

  async fill(description: string): Promise<void> {
    this.#isBusy = true;
    await this.#options.filler.fill(description);
    this.#description = description;
  }

  async readBack(): Promise<FieldStates> {
    const states = await this.#options.filler.readBack();
    this.#isBusy = false;
    return states;
  }

  /** The person asked for it: their own words give way. */
  async replaceDescription(description: string): Promise<FieldStates> {
    this.#isBusy = true;
    await this.#options.filler.replaceDescription(description);
    return this.readBack();
  }

  /** After a look at the page: fields that were not there before are filled now. */
  fillLate({ purpose, description: field }: FoundControls): void {
    const description = this.#description;
    const { filler, safely, onLate } = this.#options;
    const isToFill = (purpose && filler.lacks('purpose')) || (field && filler.lacks('description'));
    if (description === undefined || this.#isBusy || !isToFill) return;
    safely(async () => {
      await this.fill(description);
      onLate(await this.readBack());
    })();
  }

  /** The files were submitted or taken back. */
  forget(): void {
    this.#description = undefined;
  }
}
