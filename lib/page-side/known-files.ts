import { openRoots } from '../upload-page/roots.ts';

/** Files by name and size in bytes: what stands in a page's input may be another object of the same. */
export class KnownFiles {
  readonly #keys = new Set<string>();

  add(name: string, bytes: number): void {
    this.#keys.add(`${bytes} ${name}`);
  }

  has({ name, size }: File): boolean {
    return this.#keys.has(`${size} ${name}`);
  }
}

/** The file inputs of the page that hold files. */
export function filledInputs(document: Document): HTMLInputElement[] {
  return openRoots(document)
    .flatMap((root) => [...root.querySelectorAll<HTMLInputElement>('input[type=file]')])
    .filter(({ files }) => files !== null && files.length > 0);
}
