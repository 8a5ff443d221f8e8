import type { ReadBackup } from '../../lib/ledger/backup.ts';
import { LARGEST_BACKUP_BYTES, readBackup } from '../../lib/ledger/backup.ts';
import type { LedgerEvent } from '../../lib/ledger/events.ts';
import type { Words } from '../../lib/words/words.ts';

type BackupFile =
  | { readonly refused: Words }
  /** Milliseconds since 1970. */
  | { readonly events: readonly LedgerEvent[]; readonly writtenAt: number };

/** Reads a file that should be a backup: its events, or why they cannot be read. It changes nothing. */
export async function readBackupFile(file: File): Promise<BackupFile> {
  const { name, size } = file;
  if (size > LARGEST_BACKUP_BYTES) {
    return {
      refused: ['setup_import_too_large', name, { bytes: size }, { bytes: LARGEST_BACKUP_BYTES }],
    };
  }
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return { refused: ['setup_import_unreadable', name] };
  const now = Date.now();
  const backup = readBackup(text, now);
  if (backup.kind !== 'read') return { refused: whyNot(backup, name, now) };
  const writtenAt = Date.parse(backup.writtenAt);
  return { events: backup.events, writtenAt: Number.isNaN(writtenAt) ? now : writtenAt };
}

function whyNot(backup: Exclude<ReadBackup, { kind: 'read' }>, name: string, now: number): Words {
  switch (backup.kind) {
    case 'foreign':
      return ['setup_import_foreign', name];
    case 'newer':
      return ['setup_import_newer', name];
    case 'damaged':
      return ['setup_import_damaged', name, { count: backup.entry }];
    case 'future': {
      const { entry, at } = backup;
      return ['setup_import_future', name, { count: entry }, { day: at }, { day: now }];
    }
  }
}
