import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PortalVariant } from './variants.ts';

/** One file as its bytes arrived at the server. */
export interface ReceivedFile {
  /** The name the browser sent, not the name of the saved copy. */
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Milliseconds since the epoch at which the last byte arrived. */
  readonly at: number;
  /** The saved copy. It exists until `reset()` or `close()`. */
  readonly path: string;
}

/** What one click on CLICK TO SUBMIT sent. */
export interface Submission {
  readonly at: number;
  readonly variant: PortalVariant;
  /** The words of the chosen option, `''` when none was chosen. */
  readonly purpose: string;
  readonly description: string;
  readonly files: readonly ReceivedFile[];
}

/** One HTTP request. It is recorded as it starts, so a cancelled upload is here too. */
export interface RecordedRequest {
  readonly at: number;
  readonly method: string;
  /** Path and query. Bodies are never recorded: one of them holds a password. */
  readonly path: string;
  readonly origin: string | undefined;
  readonly referer: string | undefined;
}

/** Everything recorded between two resets. */
export interface Records {
  readonly folder: string;
  readonly loaded: ReceivedFile[];
  /** The ids the page was given for the files it loaded. */
  readonly loadedById: Map<string, ReceivedFile>;
  /** Senders whose first load was answered with an error, where the page behaves like that. */
  readonly refusedOnce: Set<string>;
  readonly submissions: Submission[];
  readonly requests: RecordedRequest[];
  readonly connections: string[];
}

/**
 * Holds the records of the present test. A request keeps the `current` it began with, so an upload
 * that ends after a reset cannot turn up in the next test.
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
