import type { FileType } from '../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../lib/calpads/school-year.ts';

/** What the popup shows. */
export type PopupPage =
  | { readonly kind: 'overview' }
  | { readonly kind: 'cell'; readonly fileType: FileType; readonly schoolYear: SchoolYear }
  | { readonly kind: 'paste' }
  | { readonly kind: 'ask' };
