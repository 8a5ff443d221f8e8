import type { ZipRefusal } from '../archive/open-users-zip.ts';
import type { FileFacts } from './file-facts.ts';

export type { ZipRefusal };

/** What the inspect worker found in one chosen file. */
export type Inspection =
  | {
      readonly kind: 'text';
      readonly facts: FileFacts;
      /**
       * Lets a worker prove that it copies the checked bytes, see reading/source.ts. Never stored.
       */
      readonly blockHashes: Uint8Array<ArrayBuffer>;
    }
  | { readonly kind: 'archive'; readonly facts: FileFacts; readonly archive: ArchiveFacts }
  /**
   * `gone`: moved or deleted after the choice. `unreadable`: changed, no permission, or a bad disk.
   */
  | { readonly kind: 'unreadable'; readonly reason: 'gone' | 'unreadable' };

export interface ArchiveFacts {
  /** Why the archive could not be opened. If this is set, there are no entries. */
  readonly damage?: ZipRefusal;
  readonly entries: readonly ArchiveEntryFacts[];
}

export interface ArchiveEntryFacts {
  /** The stored name, with its folders. */
  readonly name: string;
  /** The facts of the entry's inflated bytes. Absent if the entry was not inspected. */
  readonly facts?: FileFacts;
}
