import type { AttachedFile } from '../ledger/attached-file.ts';
import type {
  AttachOutcome,
  ChosenFile,
  ChosenWhen,
  FromPage,
  FromPanel,
  NotRecorded,
} from '../messaging/page-port.ts';
import { sha256AsChosen } from '../reading/bytes-as-chosen.ts';
import type { FoundControls } from '../upload-page/find-controls.ts';
import type { FoundSigns } from '../upload-page/find-signs.ts';
import { readFileStates, watchFileStates } from '../upload-page/page-file-states.ts';
import type { PageFileState } from '../upload-page/page-state.ts';
import type { Lifetime } from '../upload-page/safely.ts';
import { copyOf } from './copy-of.ts';
import { nextStep } from './files-on-page.ts';
import type {
  FilesCommand,
  FilesEvent,
  FilesState,
  GivenFiles,
  Proof,
  Told,
} from './files-state.ts';
import { NO_FILES, namesOnPage, unsubmitted } from './files-state.ts';
import { watchFormData } from './form-data.ts';
import type { FormFields } from './form-fields.ts';
import type { DropTarget, Target } from './guard.ts';
import {
  handOver,
  identitiesInInputs,
  identityOf,
  isInInputs,
  isOnPage,
  readBackByHand,
  takeBack,
} from './hand-over.ts';
import { filledInputs, KnownFiles } from './known-files.ts';
import { dropInPage } from './page-drop.ts';
import { putBack } from './set-files.ts';
import { submitMark } from './submit-mark.ts';

export interface PageFilesOptions extends Lifetime {
  readonly window: Window;
  /** The page's file input as it is now. */
  readonly fileInput: () => FoundControls['files'];
  /** The page's explanation of its marks on files, as it was last found. */
  readonly legend: () => FoundSigns['legend'];
  readonly fields: FormFields;
  readonly say: (message: FromPage) => void;
  /** While the page is given a drop, the panel must not be what lies at its point. */
  readonly standAside: (isAside: boolean) => void;
  /** The background notes that these files are about to stand on the page. */
  readonly announce: (
    proof: Proof,
    files: readonly AttachedFile[],
  ) => Promise<'announced' | NotRecorded>;
  readonly newProof: () => Proof;
  /** @returns whether the background has noted it */
  readonly tell: (message: Told) => Promise<boolean>;
}

/** A script that submits the form at the click does so within this time. */
const FORM_DATA_MS = 50;

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
  /** What the person saved to choose it by hand. */
  readonly #mayPass = new Map<string, Extract<FromPanel, { type: 'let pass' }>>();
  /** Files that the page has by the assistant's doing or knowledge. */
  #known = new KnownFiles();
  /** Of files that stand in an input, by key: how to tell them from others of the same name. */
  readonly #identities = new Map<number, readonly string[]>();
  /** What the guard just let pass. */
  #passing: readonly File[] = [];
  /** Keys of files whose names the page did not show before it was given them. */
  readonly #newToPage = new Set<number>();
  /** Hashes of files that an input was emptied of, by name. The page did not name them before. */
  readonly #emptiedOf = new Map<string, string>();
  #stopWatching = new AbortController();
  #watched = '';
  #lastChoice = 0;
  #nextId = 1;

  constructor(options: PageFilesOptions) {
    this.#options = options;
  }

  /** The person gave it nothing on this page, so it may go when the form goes. */
  get isIdle(): boolean {
    return !this.isHeld && this.#state.given.length === 0;
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
    const saved = files.flatMap((file) => this.#mayPass.get(keyOf(file)) ?? []);
    const ids = saved.map(({ id }) => id);
    const records = saved.map(({ record }) => record);
    this.#know(files);
    this.#passing = files;
    this.#happens({ type: 'passed', proof: this.#options.newProof(), ids, records });
  }

  /** @param coming the files, which a dropped folder takes a moment to give */
  async hold(target: Target, coming: Promise<readonly File[]>, when: ChosenWhen): Promise<void> {
    const isInputEmptied = target.kind === 'input' && when === 'at choice';
    if (isInputEmptied) this.#noteEmptied();
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

  /** The person clicked the page's button. @returns whether the click may go through */
  clicked(): boolean {
    // What was last told may be half a second old, and the page done since.
    const states = this.#statesOf(namesOnPage(this.#state));
    const isReady = [...states.values()].every((state) => state === 'ready');
    const isSaidReady = ({ key, names }: GivenFiles) =>
      this.#newToPage.has(key) && names.every((name) => states.get(name) === 'ready');
    const unsettled = unsubmitted(this.#state).filter(({ how }) => how === undefined);
    const seen = unsettled.filter(isSaidReady);
    if (seen.length === unsettled.length || !isReady) {
      return this.#countClick(
        isReady,
        seen.flatMap(({ names }) => names),
      );
    }
    this.#waitForFormData();
    return true;
  }

  /**
   * The page was given files only a moment ago, and does not say yet that they are ready. The input
   * holds them, but a widget may still take them out and send nothing. So the click counts when the
   * form shows what it sends, which is in the same task, or a moment later if a script submits it.
   */
  #waitForFormData(): void {
    const { window, signal, safely } = this.#options;
    const over = new AbortController();
    const living = { signal: AbortSignal.any([signal, over.signal]), safely };
    const count = (names: readonly string[]) => {
      over.abort();
      clearTimeout(timer);
      this.#countClick(true, names);
    };
    const giveUp = safely(() => count([]));
    const timer = setTimeout(giveUp, FORM_DATA_MS);
    watchFormData(window, living, count);
    window.addEventListener('pagehide', giveUp, living);
  }

  /** @param seen names of files that the page surely has, though it was given them a moment ago */
  #countClick(isReady: boolean, seen: readonly string[]): boolean {
    const there = this.#state.given
      .filter(({ key, how, names }) => {
        if (how === 'in the input') return this.#isStillThere(key, names);
        if (how !== undefined) return true;
        return names.every((name) => seen.includes(name)) && !this.#isSwapped(key, names);
      })
      .map(({ key }) => key);
    const commands = this.#happens({ type: 'click', page: { there, isReady } });
    const clicked = this.#state.given.filter(({ stage }) => stage === 'clicked');
    for (const copy of clicked.flatMap(({ copies }) => copies)) this.#copies.delete(copy);
    return !commands.some((command) => command.do === 'stop click');
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
    this.#happens({ type: 'shown again' });
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
    this.#keepCopies(copies);
    const proof = this.#options.newProof();
    this.#happens({ type: 'attach', order: { proof, choice, copies, records, description } });
  }

  /** A copy takes up to 30 MB, so those of orders that were given up go. */
  #keepCopies(ordered: readonly string[]): void {
    const given = unsubmitted(this.#state).flatMap(({ copies }) => copies);
    const needed = new Set([...given, ...ordered]);
    for (const copy of this.#copies.keys()) if (!needed.has(copy)) this.#copies.delete(copy);
  }

  attachAgain(names: readonly string[]): void {
    this.#happens({ type: 'attach again', names });
  }

  putBack(ids: readonly string[], rules: readonly string[]): void {
    this.#happens({ type: 'put back', ids, rules });
  }

  /** The files stay at hand until the person lets go of others. */
  letGo(): void {
    const gone = this.#state.letGo.flatMap(({ files }) => files);
    for (const { id } of gone) this.#chosen.delete(id);
    this.#happens({ type: 'let go' });
  }

  holdAgain(): void {
    this.#happens({ type: 'hold again' });
  }

  letPass(saved: Extract<FromPanel, { type: 'let pass' }>): void {
    const { attachedBytes, name } = saved.record;
    this.#mayPass.set(`${attachedBytes} ${name}`, saved);
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

  /** The person's own files go back into the page, as they were chosen. @returns whether any did */
  panelGone(): boolean {
    return this.#happens({ type: 'panel gone' }).some((command) => command.do === 'put back');
  }

  // ── carrying out ─────────────────────────────────────────────────────────────────────────

  #happens(event: FilesEvent): readonly FilesCommand[] {
    const { state, commands } = nextStep(this.#state, event);
    this.#state = state;
    for (const command of commands) this.#carryOut(command);
    this.#watchFiles();
    return commands;
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
      case 'read back':
        safely(() => this.#readBack(command.key, command.records))();
        break;
      case 'announce':
        safely(() => this.#announce(command))();
        break;
      case 'give':
        this.#give(command.key, command.copies);
        break;
      case 'put back':
        for (const { number, files } of command.choices) this.#putBack(number, files);
        break;
      case 'stop click':
        break; // whoever asked is told
    }
  }

  async #tell(message: Told): Promise<void> {
    const isNoted = await this.#options.tell(message);
    if (!isNoted) return;
    if (message.name === 'submission clicked') submitMark.clear(this.#options.window, 'clicked');
    if (message.name === 'thanks shown') submitMark.clear(this.#options.window, 'thanked');
  }

  async #announce({
    key,
    proof,
    records,
  }: Extract<FilesCommand, { do: 'announce' }>): Promise<void> {
    const answer = await this.#options.announce(proof, records);
    this.#happens({ type: 'announced', key, proof, answer });
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
    const names = files.map(({ name }) => name);
    if (this.#statesOf(names).size === 0) this.#newToPage.add(key);
    const drop = (where: DropTarget, dropped: readonly File[]) => {
      standAside(true);
      dropInPage(window, where, dropped);
    };
    const has = (file: File) => this.#pageSaysItHas(key, file.name);
    safely(async () => {
      const { document } = window;
      const outcome = await handOver(target, files, { document, signal, drop, has });
      standAside(false);
      this.#settled(key, names, outcome);
    })();
  }

  /** The page's words count only if they came with the files. */
  #noteEmptied(): void {
    for (const { key, how, records } of unsubmitted(this.#state)) {
      if (how !== 'in the input' || !this.#newToPage.has(key)) continue;
      for (const { name, attachedSha256 } of records) this.#emptiedOf.set(name, attachedSha256);
    }
  }

  #pageSaysItHas(key: number, name: string): boolean {
    const given = this.#state.given.find((one) => one.key === key);
    const record = given?.records.find((one) => one.name === name);
    if (!record || record.attachedSha256 !== this.#emptiedOf.get(name)) return false;
    return (this.#statesOf([name]).get(name) ?? 'issue') !== 'issue';
  }

  #settled(key: number, names: readonly string[], readBack: AttachOutcome): void {
    const { document } = this.#options.window;
    // Of files that came by hand it was known before. Others may stand there by now under their names.
    const isSwapped = readBack === 'in the input' && this.#isSwapped(key, names);
    const outcome = isSwapped ? 'refused' : readBack;
    if (outcome === 'in the input') this.#identities.set(key, identitiesInInputs(document, names));
    this.#happens({ type: 'settled', key, outcome });
  }

  /** The very files that were read back, and no others under their names. */
  #isStillThere(key: number, names: readonly string[]): boolean {
    return isInInputs(this.#options.window.document, names) && !this.#isSwapped(key, names);
  }

  /** The input holds another file of the same name. A widget may hold the right one itself. */
  #isSwapped(key: number, names: readonly string[]): boolean {
    const now = identitiesInInputs(this.#options.window.document, names);
    const known = this.#identities.get(key) ?? now;
    return now.length > 0 && !known.every((one) => now.includes(one));
  }

  async #readBack(key: number, records: readonly AttachedFile[]): Promise<void> {
    const files = this.#passing;
    this.#identities.set(key, files.map(identityOf));
    const { window, signal } = this.#options;
    const names = records.map(({ name }) => name);
    const [outcome, hashes] = await Promise.all([
      readBackByHand(names, { document: window.document, signal }),
      Promise.all(files.map(sha256AsChosen)),
    ]);
    const isAsSaved = records.every(({ attachedSha256 }, at) => attachedSha256 === hashes[at]);
    this.#settled(key, names, isAsSaved ? outcome : 'refused');
    if (isAsSaved) return;
    // Edited since it was saved, so it is checked like any other file.
    for (const file of files) this.#mayPass.delete(keyOf(file));
    this.checkAgain();
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

  #statesOf(names: readonly string[]): ReadonlyMap<string, PageFileState> {
    const { window, legend } = this.#options;
    return readFileStates(window.document, names, legend());
  }

  #know(files: readonly File[]): void {
    for (const { name, size } of files) this.#known.add(name, size);
  }

  /** Tells the panel what the page says of the files, for as long as they stand there. */
  #watchFiles(): void {
    // Not before the panel was told that they are attached.
    const isTold = this.#state.order.step === 'none';
    const standing = unsubmitted(this.#state).filter(({ stage }) => stage === 'standing');
    const names = isTold ? standing.flatMap((files) => files.names) : [];
    const watched = names.join('\n');
    if (watched === this.#watched) return;
    this.#watched = watched;
    this.#stopWatching.abort();
    if (names.length === 0) return;
    this.#stopWatching = new AbortController();
    const { window, legend, say, safely } = this.#options;
    const signal = AbortSignal.any([this.#options.signal, this.#stopWatching.signal]);
    const onChange = (states: ReadonlyMap<string, PageFileState>) => {
      say({ type: 'page files', states });
    };
    watchFileStates(window.document, names, legend, onChange, { signal, safely });
  }
}

function keyOf({ name, size }: File): string {
  return `${size} ${name}`;
}
