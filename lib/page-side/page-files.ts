import type { AttachedFile } from '../ledger/attached-file.ts';
import type {
  ChosenFile,
  ChosenWhen,
  FromPage,
  FromPanel,
  NotRecorded,
} from '../messaging/page-port.ts';
import type { FoundControls } from '../upload-page/find-controls.ts';
import { readFileStates, watchFileStates } from '../upload-page/page-file-states.ts';
import type { PageFileState } from '../upload-page/page-state.ts';
import type { Lifetime } from '../upload-page/safely.ts';
import { copyOf } from './copy-of.ts';
import type {
  FilesCommand,
  FilesEvent,
  FilesState,
  GivenFiles,
  Proof,
  Told,
} from './files-on-page.ts';
import { NO_FILES, namesOnPage, nextStep, unsubmitted } from './files-on-page.ts';
import type { FormFields } from './form-fields.ts';
import type { Target } from './guard.ts';
import type { HandOver } from './hand-over.ts';
import { handOver, isInInputs, isOnPage, takeBack } from './hand-over.ts';
import { filledInputs, KnownFiles } from './known-files.ts';
import { dropInPage } from './page-drop.ts';
import { putBack } from './set-files.ts';
import { submitMark } from './submit-mark.ts';

export interface PageFilesOptions extends Lifetime {
  readonly window: Window;
  /** The page's file input as it is now. */
  readonly fileInput: () => FoundControls['files'];
  readonly fields: FormFields;
  readonly say: (message: FromPage) => void;
  /** While the page is given a drop, the panel must not be what lies at its point. */
  readonly standAside: (isAside: boolean) => void;
  /** The background notes that these files are about to stand on the page. */
  readonly announce: (files: readonly AttachedFile[]) => Promise<Proof | NotRecorded>;
  /** @returns whether the background has noted it */
  readonly tell: (message: Told) => Promise<boolean>;
}

/**
 * The files on this page: carries out what files-on-page.ts decides, and reads from the page what it
 * has to know.
 */
export class PageFiles {
  readonly #options: PageFilesOptions;
  #state: FilesState = NO_FILES;
  /** Where each choice was made. */
  readonly #targets = new Map<number, Target>();
  readonly #chosen = new Map<string, File>();
  readonly #copies = new Map<string, File>();
  readonly #handOvers = new Map<number, HandOver>();
  /** What the person saved to choose it by hand. */
  readonly #mayPass = new Map<string, AttachedFile>();
  /** Files that the page has by the assistant's doing or knowledge. */
  #known = new KnownFiles();
  #stopWatching = new AbortController();
  #watched = '';
  #isClickStopped = false;
  #lastChoice = 0;
  #nextId = 1;

  constructor(options: PageFilesOptions) {
    this.#options = options;
  }

  /** Nothing of the person's is with the assistant, so it may go when the page goes. */
  get isIdle(): boolean {
    return this.#state.held.length === 0 && !this.isUnsubmitted;
  }

  /** Files stand in the form, and the person has not clicked the page's button yet. */
  get isUnsubmitted(): boolean {
    return unsubmitted(this.#state).length > 0;
  }

  get isHeld(): boolean {
    return this.#state.held.length > 0;
  }

  // ── the person ───────────────────────────────────────────────────────────────────────────

  mayPass(files: readonly File[]): boolean {
    return files.length > 0 && files.every((file) => this.#mayPass.has(keyOf(file)));
  }

  passed(files: readonly File[]): void {
    const records = files.flatMap((file) => this.#mayPass.get(keyOf(file)) ?? []);
    this.#know(files);
    this.#happens({ type: 'passed', records });
  }

  /** @param coming the files, which a dropped folder takes a moment to give */
  async hold(target: Target, coming: Promise<readonly File[]>, when: ChosenWhen): Promise<void> {
    const isInputEmptied = target.kind === 'input' && when === 'at choice';
    this.#lastChoice += 1;
    const number = this.#lastChoice;
    this.#targets.set(number, target);
    const files = (await coming).map((file): ChosenFile => {
      const id = `file-${this.#nextId++}`;
      this.#chosen.set(id, file);
      return { id, file };
    });
    this.#happens({ type: 'chosen', choice: { number, files, when }, isInputEmptied });
  }

  /** Takes files that got past the guard out of the form. @returns whether there were any */
  holdUnknown(when: ChosenWhen): boolean {
    const isKnown = (file: File) => this.#known.has(file) || this.#mayPass.has(keyOf(file));
    for (const input of filledInputs(this.#options.window.document)) {
      const files = [...(input.files ?? [])];
      if (files.every(isKnown)) continue;
      input.value = '';
      const hold = () => this.hold({ kind: 'input', input }, Promise.resolve(files), when);
      this.#options.safely(hold)();
      return true;
    }
    return false;
  }

  /** Takes all files out of the form, those that were checked before included. */
  checkAgain(): void {
    this.#known = new KnownFiles();
    this.holdUnknown('at choice');
  }

  /** At the person's click on the page's button. @returns whether it may go through */
  click(): boolean {
    const { document } = this.#options.window;
    // What was last told may be half a second old, and the page done since.
    const states = readFileStates(document, namesOnPage(this.#state));
    const { given } = this.#state;
    const there = given.filter((files) => this.#isThere(files, states)).map(({ key }) => key);
    const isSettled = unsubmitted(this.#state).every(
      ({ key, how }) => how !== undefined || there.includes(key),
    );
    const isReady = [...states.values()].every((state) => state === 'ready');
    this.#isClickStopped = false;
    this.#happens(
      isSettled ? { type: 'click', page: { there, isReady } } : { type: 'click too early' },
    );
    return !this.#isClickStopped;
  }

  /**
   * A widget that was given files a moment ago may not have taken them out of its input yet, and would
   * send nothing. So until that is settled, the page itself has to say that they are ready.
   */
  #isThere({ key, how, names }: GivenFiles, states: ReadonlyMap<string, PageFileState>): boolean {
    if (how === 'in the input') return isInInputs(this.#options.window.document, names);
    if (how !== undefined) return true;
    const isGiven = this.#handOvers.get(key)?.now() !== undefined;
    return isGiven && names.every((name) => states.get(name) === 'ready');
  }

  // ── the page ─────────────────────────────────────────────────────────────────────────────

  thanked(): void {
    this.#happens({ type: 'thanks' });
  }

  /** Looks whether the form, which was away, came back without the files. */
  noticeLoss(): void {
    const names = namesOnPage(this.#state);
    if (names.length === 0 || isOnPage(this.#options.window.document, names)) return;
    this.#happens({ type: 'lost' });
  }

  /** The browser had kept this page whole while another one was shown. */
  shownAgain(): void {
    if (this.isUnsubmitted) this.#happens({ type: 'shown again' });
    else this.checkAgain();
  }

  // ── the panel ────────────────────────────────────────────────────────────────────────────

  async copy({ copy, name, of }: Extract<FromPanel, { type: 'copy' }>): Promise<void> {
    const source = of.kind === 'made' ? of.blob : this.#chosen.get(of.id);
    const file = source && (await copyOf(source, name));
    if (file) this.#copies.set(copy, file);
    this.#options.say({ type: 'copied', copy, ...(file && { file }) });
  }

  attach({ choice, files, description }: Extract<FromPanel, { type: 'attach' }>): void {
    const copies = files.map(({ copy }) => copy);
    const records = files.map(({ record }) => record);
    this.#happens({ type: 'attach', order: { choice, copies, records, description } });
  }

  attachAgain(names: readonly string[]): void {
    this.#happens({ type: 'attach again', names });
  }

  putBack(ids: readonly string[], rules: readonly string[]): void {
    this.#happens({ type: 'put back', ids, rules });
  }

  letGo(): void {
    this.#chosen.clear();
    this.#happens({ type: 'let go' });
  }

  letPass(record: AttachedFile): void {
    this.#mayPass.set(`${record.attachedBytes} ${record.name}`, record);
  }

  async takeBack(): Promise<void> {
    const target = this.#presentTarget();
    if (target?.kind !== 'input') return;
    const { window, signal } = this.#options;
    const { document } = window;
    const isComplete = await takeBack(target.input, namesOnPage(this.#state), { document, signal });
    this.#happens({ type: 'taken back', isComplete });
  }

  focusTarget(): void {
    const target = this.#targets.get(this.#lastChoice);
    if (target?.kind === 'input') target.input.focus();
  }

  /** A panel that starts again knows nothing: it gets the held files, and checks those in the form. */
  tellAgain(): void {
    for (const { number, files, when } of this.#state.held) {
      this.#options.say({ type: 'chosen', choice: number, files, when });
    }
    if (this.isUnsubmitted) this.checkAgain();
  }

  /** The person's own files go back into the page, as they were chosen. */
  panelGone(): void {
    this.#happens({ type: 'panel gone' });
  }

  // ── carrying out ─────────────────────────────────────────────────────────────────────────

  #happens(event: FilesEvent): void {
    const { state, commands } = nextStep(this.#state, event);
    this.#state = state;
    for (const command of commands) this.#carryOut(command);
    this.#watchFiles();
  }

  #carryOut(command: FilesCommand): void {
    const { fields, say, safely } = this.#options;
    switch (command.do) {
      case 'say':
        say(command.message);
        break;
      case 'tell':
        safely(() => this.#tell(command.message))();
        break;
      case 'mark':
        submitMark.set(this.#options.window, command.as, command.proofs);
        break;
      case 'fill fields':
        safely(async () => {
          await fields.fill(command.description);
          this.#happens({ type: 'fields filled', key: command.key });
        })();
        break;
      case 'read fields back':
        safely(async () => {
          this.#happens({ type: 'fields read back', fields: await fields.readBack() });
        })();
        break;
      case 'announce':
        safely(() => this.#announce(command.key, command.records))();
        break;
      case 'give':
        this.#give(command.key, command.copies);
        break;
      case 'put back':
        for (const { number, files } of command.choices) this.#putBack(number, files);
        break;
      case 'stop click':
        this.#isClickStopped = true;
        break;
    }
  }

  async #tell(message: Told): Promise<void> {
    const isNoted = await this.#options.tell(message);
    if (!isNoted) return;
    if (message.name === 'submission clicked') submitMark.clear(this.#options.window, 'clicked');
    if (message.name === 'thanks shown') submitMark.clear(this.#options.window, 'thanked');
  }

  async #announce(key: number, records: readonly AttachedFile[]): Promise<void> {
    const answer = await this.#options.announce(records);
    this.#happens({ type: 'announced', key, answer });
  }

  #give(key: number, copies: readonly string[]): void {
    const target = this.#presentTarget();
    const files = copies.flatMap((copy) => this.#copies.get(copy) ?? []);
    if (!target || files.length < copies.length) {
      this.#happens({ type: 'settled', key, outcome: 'refused' });
      return;
    }
    this.#know(files);
    const { window, signal, safely, standAside } = this.#options;
    const given = handOver(target, files, {
      document: window.document,
      signal,
      drop: (where, dropped) => {
        standAside(true);
        dropInPage(window, where, dropped);
      },
    });
    this.#handOvers.set(key, given);
    safely(async () => {
      const outcome = await given.settled();
      standAside(false);
      this.#happens({ type: 'settled', key, outcome });
    })();
  }

  #putBack(choice: number, files: readonly ChosenFile[]): void {
    const own = files.map(({ file }) => file);
    const target = this.#present(this.#targets.get(choice));
    this.#know(own);
    if (target) putBack(this.#options.window, target, own);
  }

  /** Where the files came from, or, where the page has replaced its input since, the one it has now. */
  #presentTarget(): Target | undefined {
    return this.#present(this.#targets.get(this.#lastChoice));
  }

  #present(target: Target | undefined): Target | undefined {
    if (target?.kind === 'drop zone' && target.zone.isConnected) return target;
    if (target?.kind === 'input' && target.input.isConnected) return target;
    const input = this.#options.fileInput();
    return input && { kind: 'input', input };
  }

  #know(files: readonly File[]): void {
    for (const { name, size } of files) this.#known.add(name, size);
  }

  /** Tells the panel what the page says of the files, for as long as they stand there. */
  #watchFiles(): void {
    const names = unsubmitted(this.#state)
      .filter(({ stage }) => stage === 'standing')
      .flatMap((files) => files.names);
    const watched = names.join('\n');
    if (watched === this.#watched) return;
    this.#watched = watched;
    this.#stopWatching.abort();
    if (names.length === 0) return;
    this.#stopWatching = new AbortController();
    const { window, say, safely } = this.#options;
    const signal = AbortSignal.any([this.#options.signal, this.#stopWatching.signal]);
    const onChange = (states: ReadonlyMap<string, PageFileState>) => {
      say({ type: 'page files', states });
    };
    watchFileStates(window.document, names, onChange, { signal, safely });
  }
}

function keyOf({ name, size }: File): string {
  return `${size} ${name}`;
}
