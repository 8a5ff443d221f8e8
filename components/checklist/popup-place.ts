import type { FileType } from '../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../lib/calpads/school-year.ts';

/** The pages that the popup opens in tabs of their own. */
export interface PopupLinks {
  readonly uploadPage: () => void;
  readonly checkFiles: () => void;
  readonly setup: () => void;
  readonly steps: () => void;
  readonly districts: () => void;
  readonly organizations: () => void;
  /** The checklist itself. Absent if it is in a tab already. */
  readonly ownTab?: () => void;
}

/** What the popup shows. */
export type PopupPlace =
  | { readonly kind: 'overview' }
  | { readonly kind: 'cell'; readonly fileType: FileType; readonly schoolYear: SchoolYear }
  | { readonly kind: 'paste' }
  | { readonly kind: 'ask' };
