import type { ShownFile } from '../assist/file-group.tsx';

/** Brings a file in the list into view and gives it the focus. */
export function showFile({ id }: ShownFile): void {
  const row = document.getElementById(`file-${id}`);
  row?.scrollIntoView({ block: 'center' });
  row?.focus({ preventScroll: true });
}
