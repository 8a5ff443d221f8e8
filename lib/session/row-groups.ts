import type { GoingPlan } from '../fixes/plan.ts';
import type { FileRow } from './file-row.ts';
import { isWorthALook } from './row-findings.ts';
import { inOrderOfPlaces } from './row-place.ts';
import type { Phase } from './snapshot.ts';

/** In the order in which the panel shows them. */
const KINDS = [
  /** They cannot go. `off the page`: the others are on the page already. */
  'problem',
  'off the page',
  'worth a look',
  'on the page',
  'renamed',
  'zipped',
  'fixed',
  'as they are',
  'later',
  'sent',
  'checking',
] as const;

export type GroupKind = (typeof KINDS)[number];

export interface RowGroup {
  readonly kind: GroupKind;
  /** By school year and file type. */
  readonly rows: readonly FileRow[];
  /** Whether the group shows its rows at first, and whether each row shows its details. */
  readonly isOpen: boolean;
  readonly areRowsOpen: boolean;
}

/** More rows than this are not opened by themselves. */
const MOST_OPEN = 10;

const LOUD: readonly GroupKind[] = ['problem', 'off the page', 'worth a look'];

/** What needs the person is open and first. Routine work is one closed line. */
export function rowGroups(rows: readonly FileRow[], phase: Phase): readonly RowGroup[] {
  const isOnlyOne = rows.length === 1;
  const kinds = new Map<FileRow, GroupKind>(rows.map((row) => [row, kindOf(row, phase)]));
  return KINDS.flatMap((kind) => {
    const own = inOrderOfPlaces(rows.filter((row) => kinds.get(row) === kind));
    if (own.length === 0) return [];
    const isOpen = LOUD.includes(kind) || (isOnlyOne && kind !== 'on the page');
    return [{ kind, rows: own, isOpen, areRowsOpen: isOpen && own.length <= MOST_OPEN }];
  });
}

/** From then on nothing is to be fixed any more: the files went as they should. */
export function isOnThePage(phase: Phase): boolean {
  return phase === 'attached' || phase === 'submitted' || phase === 'confirmed';
}

function kindOf(row: FileRow, phase: Phase): GroupKind {
  const { plan, place } = row;
  if (!plan) return 'checking';
  if (plan.kind !== 'can go') return isOnThePage(phase) ? 'off the page' : 'problem';
  if (isOnThePage(phase)) return place === 'later' ? 'later' : 'on the page';
  if (place === 'sent') return 'sent';
  if (phase === 'refused' && place === 'later') return 'later';
  if (isWorthALook(row)) return 'worth a look';
  return routineKind(plan);
}

/** What changes most. The new name of a zipped or fixed file stands in its line, too. */
function routineKind({ steps }: GoingPlan): GroupKind {
  if (steps.includes('zip')) return 'zipped';
  if (steps.length === 0) return 'as they are';
  return steps.every((step) => step === 'rename') ? 'renamed' : 'fixed';
}
