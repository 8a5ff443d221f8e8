import type { Settings } from '../settings/settings.ts';
import { readSettings } from '../settings/settings.ts';
import { SETTINGS_KEY } from '../settings/storage-names.ts';
import type { KeyValueArea } from './key-value-area.ts';

/** The settings on disk. Changes must come one after the other. */
export class StoredSettings {
  readonly #area: KeyValueArea;

  constructor(area: KeyValueArea) {
    this.#area = area;
  }

  async read(): Promise<Settings> {
    return readSettings(await this.#area.get(SETTINGS_KEY));
  }

  async change(changed: (before: Settings) => Settings): Promise<void> {
    await this.#area.set(SETTINGS_KEY, changed(await this.read()));
  }
}
