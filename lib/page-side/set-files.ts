import { tell } from '../upload-page/text-field.ts';
import type { Target } from './guard.ts';
import { dropInPage } from './page-drop.ts';

/** As the browser does after a choice: the page hears of it and takes the files. */
export function setFiles(input: HTMLInputElement, files: readonly File[]): void {
  if (files.length === 0) {
    input.value = '';
  } else {
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    input.files = transfer.files;
  }
  try {
    tell(input, 'input', 'change');
  } catch (error) {
    // Files that the page has not heard of would look as if it had them.
    input.value = '';
    throw error;
  }
}

/** Gives the page the person's own files, where and as they chose them, beside what it has. */
export function putBack(window: Window, target: Target, files: readonly File[]): void {
  if (target.kind === 'drop zone') dropInPage(window, target, files);
  else setFiles(target.input, [...(target.input.files ?? []), ...files]);
}
