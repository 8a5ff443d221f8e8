import { createHash } from 'node:crypto';
import type { FileType } from '../../lib/calpads/file-types.ts';
import type { Inspection } from '../../lib/inspection/inspection.ts';
import { textOf } from '../unit/support/facts.ts';

/** A file on the person's disk. It may change or go away at any moment. */
export interface DiskFile {
  readonly fileType: FileType;
  /** `SENR 2022-23` */
  readonly label: string;
  readonly name: string;
  /** As the person chose it: every copy of this handle reads what is on the disk now. */
  readonly handle: File;
  version: number;
  isDeleted: boolean;
}

let serial = 0;

export function newDiskFile(fileType: FileType, isNamedRight: boolean): DiskFile {
  serial += 1;
  const label = `${fileType} 2022-23`;
  const name = isNamedRight ? `${label}.txt` : `download ${fileType}.txt`;
  return {
    fileType,
    label,
    name,
    handle: new File([String(serial)], name),
    version: 1,
    isDeleted: false,
  };
}

export function contentOf({ name, fileType, version }: DiskFile): {
  readonly name: string;
  readonly content: string;
} {
  return { name, content: `${fileType} ${version}` };
}

const HASHES = new Map<string, string>();

export function hashOf(content: string): string {
  const known = HASHES.get(content);
  if (known) return known;
  const hash = createHash('sha256').update(content).digest('hex');
  HASHES.set(content, hash);
  return hash;
}

export function inspectionOf(file: DiskFile): Inspection {
  if (file.isDeleted) return { kind: 'unreadable', reason: 'gone' };
  return textOf(file.fileType, '2022-23', { contentHash: hashOf(contentOf(file).content) });
}
