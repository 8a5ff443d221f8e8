import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PortalVariant } from './variants.ts';

/** One file as its bytes reached the server. */
export interface ReceivedFile {
  /** The name that the browser sent, not the name of the saved copy. */
  readonly name: string;
  readonly bytes: number;
  /** Lowercase hex. */
  readonly sha256: string;
  /** When the last byte arrived, in milliseconds since 1970. */
  readonly at: number;
  /** The saved copy. It exists until `reset()` or `close()`. */
  readonly path: string;
}

/** What one click on CLICK TO SUBMIT sent. */
export interface Submission {
  readonly at: number;
  readonly variant: PortalVariant;
  /** The words of the chosen option. `''` if there was none. */
  readonly purpose: string;
  readonly description: string;
  readonly files: readonly ReceivedFile[];
}

/** One HTTP request. It is recorded when it starts, so canceled uploads are here too. */
export interface RecordedRequest {
  readonly at: number;
  readonly method: string;
  /** Path and query. Bodies are never recorded: one of them contains a password. */
  readonly path: string;
  readonly origin: string | undefined;
  readonly referer: string | undefined;
}

/** Everything recorded between two resets. */
export interface Records {
  readonly folder: string;
  readonly loaded: ReceivedFile[];
  /** The ids that the server gave the page for the files it loaded. */
  readonly loadedById: Map<string, ReceivedFile>;
  /** Senders whose first load got an error, on pages with that behavior. */
  readonly refusedOnce: Set<string>;
  readonly submissions: Submission[];
  readonly requests: RecordedRequest[];
  readonly connections: string[];
}

/**
 * Holds the records of the current test. A request keeps the `current` that it started with, so an
 * upload that ends after a reset cannot show up in the next test.
 */
export class Recorder {
  current: Records;
  readonly #parentFolder: string;
  #resets = 0;

  constructor(parentFolder: string) {
    this.#parentFolder = parentFolder;
    this.current = this.#emptyRecords();
  }

  reset(): void {
    const finished = this.current;
    this.current = this.#emptyRecords();
    rmSync(finished.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  #emptyRecords(): Records {
    const folder = join(this.#parentFolder, `records-${this.#resets++}`);
    mkdirSync(folder);
    return {
      folder,
      loaded: [],
      loadedById: new Map(),
      refusedOnce: new Set(),
      submissions: [],
      requests: [],
      connections: [],
    };
  }
}
