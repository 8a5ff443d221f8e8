import type { FileRow } from '../../lib/session/file-row.ts';

/** Goes to a file in the list: brings it into view and gives it the focus. */
export function showFile({ id }: FileRow): void {
  const row = document.getElementById(`file-${id}`);
  row?.scrollIntoView({ block: 'center' });
  row?.focus({ preventScroll: true });
}
