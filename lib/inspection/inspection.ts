import type { ZipRefusal } from '../archive/open-users-zip.ts';
import type { PackingMethod } from '../archive/packing-methods.ts';
import type { FileFacts } from './file-facts.ts';

export type { PackingMethod, ZipRefusal };

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
  /** The person's files, without what an operating system added. */
  readonly entries: readonly ArchiveEntryFacts[];
  /** It must not go as it is, even if its one file is right: see open-users-zip.ts. */
  readonly isUnusual?: true;
}

export interface ArchiveEntryFacts {
  /** The stored name, with its folders. */
  readonly name: string;
  /** The facts of the entry's inflated bytes. Absent if the entry was not inspected. */
  readonly facts?: FileFacts;
}
