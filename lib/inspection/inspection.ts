import type { ZipRefusal } from '../archive/open-users-zip.ts';
import type { FileFacts } from './file-facts.ts';

export type { ZipRefusal };

/** What the inspect worker found out about one chosen file. */
export type Inspection =
  | {
      readonly kind: 'text';
      readonly facts: FileFacts;
      /** Lets a worker prove that it copies what was checked; see reading/source.ts. Never stored. */
      readonly blockHashes: Uint8Array<ArrayBuffer>;
    }
  | { readonly kind: 'archive'; readonly facts: FileFacts; readonly archive: ArchiveFacts }
  /** `gone`: moved or deleted since it was chosen. `unreadable`: changed, no permission, or a bad disk. */
  | { readonly kind: 'unreadable'; readonly reason: 'gone' | 'unreadable' };

export interface ArchiveFacts {
  /** Why the archive could not be opened; then there are no entries. */
  readonly damage?: ZipRefusal;
  readonly entries: readonly ArchiveEntryFacts[];
}

export interface ArchiveEntryFacts {
  /** The stored name, folders included. */
  readonly name: string;
  /** Of the entry's inflated bytes; absent for entries that were not looked into. */
  readonly facts?: FileFacts;
}
