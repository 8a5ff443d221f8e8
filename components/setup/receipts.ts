import type { AttachedFile } from '../../lib/ledger/attached-file.ts';
import type { ChecklistCell } from '../../lib/ledger/checklist.ts';
import type { FileEvent, LedgerEvent } from '../../lib/ledger/events.ts';
import { standing } from '../../lib/ledger/events.ts';

/** What an auditor sees for one cell: its proofs, and the files that the page took. */
export interface Receipt {
  readonly cell: ChecklistCell;
  /** The latest sending: one file, or the parts of one. */
  readonly files: readonly FileEvent[];
}

/** A receipt for every cell about which anything is known. */
export function receiptsOf(
  cells: readonly ChecklistCell[],
  events: readonly LedgerEvent[],
): Receipt[] {
  const confirmed = standing(events).filter((event) => event.kind === 'confirmed-on-page');
  return cells
    .filter(({ status }) => status !== 'missing')
    .map((cell) => {
      const own = confirmed.filter(
        ({ file }) => file.fileType === cell.fileType && file.schoolYear === cell.schoolYear,
      );
      const last = own.at(-1);
      return { cell, files: last ? own.filter(({ file }) => isOfSame(file, last.file)) : [] };
    });
}

function isOfSame(a: AttachedFile, b: AttachedFile): boolean {
  return (
    a === b || (a.part !== undefined && a.part.of === b.part?.of && a.contentHash === b.contentHash)
  );
}
