import type { Hashes } from '../inspection/content-hash.ts';
import type { FromPage, FromPanel } from '../messaging/page-port.ts';
import { bytesAsChosen } from '../reading/bytes-as-chosen.ts';
import type { PreparedFile, ProvenFile } from './session-file.ts';
import { attachedFile, checkedHash, copySourceOf, madeFor } from './session-file.ts';

export interface CopyProverDeps {
  readonly toPage: (message: FromPanel) => void;
  readonly hashes: (file: Blob) => Promise<Hashes>;
}

/**
 * Proves that a copy is what was checked. A file that a person chose may change on the disk at any
 * moment; a copy cannot. So what is hashed here is exactly what is attached or saved.
 */
export class CopyProver {
  readonly #deps: CopyProverDeps;
  readonly #awaited = new Map<string, (file: File | undefined) => void>();
  #copies = 0;

  constructor(deps: CopyProverDeps) {
    this.#deps = deps;
  }

  /**
   * Has the page's side copy each file, one after the other: a copy is up to 30 MB.
   * @returns `changed`: ids of the files that are not what was checked
   */
  async copyInPage(
    files: readonly PreparedFile[],
  ): Promise<{ readonly proven: readonly ProvenFile[]; readonly changed: readonly string[] }> {
    const proven: ProvenFile[] = [];
    const changed: string[] = [];
    for (const prepared of files) {
      this.#copies += 1;
      const copy = `copy-${this.#copies}`;
      const file = await this.#copied(copy, prepared);
      const one = file && (await this.#prove(prepared, copy, file));
      if (one) proven.push(one);
      else changed.push(prepared.file.id);
    }
    return { proven, changed };
  }

  /** The page's side has made a copy, or could not read the file. */
  copied({ copy, file }: Extract<FromPage, { type: 'copied' }>): void {
    this.#awaited.get(copy)?.(file);
    this.#awaited.delete(copy);
  }

  /** Copies a file of at most 30 MB in this process, to be saved. Undefined where it changed. */
  async copyHere(
    prepared: PreparedFile,
  ): Promise<{ readonly blob: Blob; readonly proven: ProvenFile } | undefined> {
    const source = madeFor(prepared)?.blob ?? prepared.file.file;
    const bytes = await bytesAsChosen(source);
    const blob = bytes && new Blob([bytes], { type: source.type });
    const proven = blob && (await this.#prove(prepared, '', blob));
    return blob && proven && { blob, proven };
  }

  #copied(copy: string, prepared: PreparedFile): Promise<File | undefined> {
    const { promise, resolve } = Promise.withResolvers<File | undefined>();
    this.#awaited.set(copy, resolve);
    const of = copySourceOf(prepared);
    this.#deps.toPage({ type: 'copy', copy, name: prepared.plan.name, of });
    return promise;
  }

  async #prove(prepared: PreparedFile, copy: string, file: Blob): Promise<ProvenFile | undefined> {
    const hashes = await this.#deps.hashes(file).catch(() => undefined);
    if (!hashes) return undefined;
    const made = madeFor(prepared);
    const isProven = made
      ? made.sha256 === hashes.sha256
      : hashes.contentHash === checkedHash(prepared.file);
    if (!isProven) return undefined;
    const { sha256 } = hashes;
    return { ...prepared, copy, record: attachedFile(prepared, { bytes: file.size, sha256 }) };
  }
}
