import type { TakeOutResult } from '../archive/take-out.ts';
import type { WrittenZip } from '../archive/write-zip.ts';
import { LARGEST_UPLOAD_BYTES } from '../calpads/limits.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { CutByYear, CutByYearJob } from '../fixes/cut-by-year.ts';
import type { Hashes } from '../inspection/content-hash.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { Recollection } from '../messaging/ledger-messages.ts';
import type { Payload } from '../messaging/messages.ts';
import type { FromPage, FromPanel } from '../messaging/page-port.ts';
import { SourceChanged } from '../reading/source.ts';
import type { PartAnswer } from '../rules/label-part.ts';
import { remembered } from '../rules/remembered.ts';
import type { ControlName } from '../upload-page/page-state.ts';
import { CopyProver } from './copy-prover.ts';
import type { Making } from './making.ts';
import { makingOf } from './making.ts';
import { nextStep } from './next-step.ts';
import type { Makers, Order, Queues } from './preparation.ts';
import { Preparation, queuesFor } from './preparation.ts';
import type { PreparedFile, SessionFile } from './session-file.ts';
import { checkedSourceOf, recallOrder } from './session-file.ts';
import type { CutOutcome, SessionCommand, SessionEvent, SessionState } from './session-state.ts';
import { newSession } from './session-state.ts';
import type { SessionSnapshot } from './snapshot.ts';
import { snapshotOf } from './snapshot.ts';
import type { JobOptions } from './worker-job.ts';

/** What a session needs from outside. */
export interface SessionDeps {
  readonly toPage: (message: FromPanel) => void;
  readonly inspect: (file: File, options: JobOptions) => Promise<Inspection>;
  /** Takes the files out of a zip that a person brought. */
  readonly takeOut: (zip: Blob, options: JobOptions) => Promise<TakeOutResult>;
  /** Makes one zip per school year. Rejects with SourceChanged as the makers do. */
  readonly cutByYear: (job: CutByYearJob, options: JobOptions) => Promise<CutByYear>;
  readonly makers: Makers;
  /** What the ledger knows about the same content, its LEA, and other years of its file type. */
  readonly recall: (file: Payload<'recall file'>) => Promise<Recollection>;
  /** Rejects when the file can no longer be read. */
  readonly hashes: (file: Blob) => Promise<Hashes>;
  /** Resolves when the download has begun. Rejects when the file can no longer be read. */
  readonly save: (file: Blob, name: string) => Promise<void>;
  /** Whether there is an upload page to attach files to. */
  readonly hasPage: boolean;
  /** How many jobs run at the same time. */
  readonly cores: number;
  /** In milliseconds. */
  readonly now: () => number;
}

/** Work on hundreds of files reports this often. */
const MANY: readonly SessionEvent['type'][] = ['check progress', 'checked', 'making'];

/** Nobody reads more than ten changes a second. In milliseconds. */
const TELL_EVERY_MS = 100;

const snapshotOnce = remembered((state: SessionState) => snapshotOf(state));

/**
 * The person's files, from the choice until the page has confirmed them. next-step.ts decides. This
 * class carries out: it gives work to the workers and reports the results.
 */
export class Session {
  readonly #deps: SessionDeps;
  readonly #queues: Queues;
  readonly #prover: CopyProver;
  readonly #listeners = new Set<() => void>();
  readonly #checks = new Map<string, AbortController>();
  readonly #makings = new Map<string, Preparation>();
  readonly #saves = new Map<number, (saved: number) => void>();
  #state: SessionState;
  #nextSave = 1;
  #toldAt = Number.NEGATIVE_INFINITY;
  #toTell: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#queues = queuesFor(deps.cores);
    this.#prover = new CopyProver(deps);
    this.#state = newSession(deps.hasPage);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): SessionSnapshot => snapshotOnce(this.#state);

  // ── events ───────────────────────────────────────────────────────────────────────────────

  /** What the content script says. */
  hear(message: FromPage): void {
    if (message.type === 'copied') this.#prover.copied(message);
    else this.#happens({ type: 'heard', message });
  }

  /** Files that were not chosen on the page. */
  choose(files: readonly File[]): void {
    const chosen = files.map((file) => ({ id: crypto.randomUUID(), file }));
    const choice = this.#state.lastChoice + 1;
    this.hear({ type: 'chosen', choice, files: chosen, when: 'at choice' });
  }

  attach(): void {
    this.#happens({ type: 'attach' });
  }

  remove(id: string): void {
    this.#happens({ type: 'remove', id });
  }

  chooseSchoolYear(id: string, year: SchoolYear): void {
    this.#happens({ type: 'choose school year', id, year });
  }

  /** How to send a file that is too large. */
  choosePacking(id: string, packing: 'zip' | 'text parts'): void {
    this.#happens({ type: 'choose packing', id, packing });
  }

  /** Whether its copy gets the usual line ends and no byte order mark. It may go without. */
  chooseRepair(id: string, wantsRepair: boolean): void {
    this.#happens({ type: 'choose repair', id, wantsRepair });
  }

  /** The files of this set are parts of one file. */
  sayParts(set: string): void {
    this.#happens({ type: 'say parts', set });
  }

  /** It is the whole file, or this part of it. */
  sayWhichPart(id: string, answer: PartAnswer): void {
    this.#happens({ type: 'say which part', id, answer });
  }

  /** What the descriptions of all parts of this set say. */
  choosePartWords(set: string, words: 'part' | 'school'): void {
    this.#happens({ type: 'choose part words', set, words });
  }

  /** Puts one file per school year in the place of a file with several. */
  cutByYear(id: string): void {
    this.#happens({ type: 'cut by year', id });
  }

  undo(): void {
    this.#happens({ type: 'undo' });
  }

  cancel(): void {
    this.#happens({ type: 'cancel' });
  }

  /** The offer to undo `cancel` is over. */
  forgetCancelled(): void {
    this.#happens({ type: 'forget cancelled' });
  }

  /** Leaves out what was on the page before the last choice. */
  sendOnlyNew(): void {
    this.#happens({ type: 'send only new' });
  }

  /**
   * Downloads the same bytes that would be attached, so the person can go on if the page does not
   * take them. If the file goes in parts, saves the next part. False if nothing was saved.
   */
  async save(id: string): Promise<boolean> {
    return (await this.#save(id)) > 0;
  }

  /**
   * Downloads each file that changes, one after the other. Files that are right need no copy. If a
   * file goes in parts, saves all parts, each under its own name.
   * @returns how many were saved
   */
  saveAll(): Promise<number> {
    return this.#save();
  }

  fillDescription(): void {
    this.#happens({ type: 'fill description' });
  }

  retry(): void {
    this.#happens({ type: 'retry' });
  }

  sendAnyway(): void {
    this.#happens({ type: 'send anyway' });
  }

  goToAnotherUpload(): void {
    this.#happens({ type: 'go to another upload' });
  }

  /** The person has read what became of their files. The page may have no other use for the panel. */
  leaveOutcome(): void {
    this.#happens({ type: 'leave outcome' });
  }

  /** Brings the person to this control of the page. */
  goToControl(control: ControlName): void {
    this.#happens({ type: 'go to control', control });
  }

  pointAt(control: ControlName): void {
    this.#happens({ type: 'point at', control });
  }

  stopPointing(): void {
    this.#happens({ type: 'stop pointing' });
  }

  // ── carrying out ─────────────────────────────────────────────────────────────────────────

  #happens(event: SessionEvent): void {
    const before = this.#state;
    const { state, commands } = nextStep(before, event);
    this.#state = state;
    for (const command of commands) this.#carryOut(command);
    const isOneOfMany = MANY.includes(event.type) && state.stage === before.stage;
    if (isOneOfMany) this.#tellSoon();
    else this.#tell();
  }

  #tell(): void {
    clearTimeout(this.#toTell);
    this.#toTell = undefined;
    this.#toldAt = this.#deps.now();
    for (const listener of this.#listeners) listener();
  }

  /** The first is told at once. While hundreds of files are checked, the panel is drawn for many at a time. */
  #tellSoon(): void {
    if (this.#toTell !== undefined) return;
    // A clock that is set back must not make it wait longer.
    const wait = Math.min(this.#toldAt + TELL_EVERY_MS - this.#deps.now(), TELL_EVERY_MS);
    if (wait <= 0) this.#tell();
    else this.#toTell = setTimeout(() => this.#tell(), wait);
  }

  #carryOut(command: SessionCommand): void {
    switch (command.do) {
      case 'say':
        this.#deps.toPage(command.message);
        break;
      case 'check':
        void this.#check(command.id, command.file);
        break;
      case 'take out':
        void this.#takeOut(command.id, command.zip);
        break;
      case 'cut by year':
        void this.#cutByYear(command.id, command.job);
        break;
      case 'make':
        this.#make(command.file, command.order);
        break;
      case 'stop':
        this.#stop(command);
        break;
      case 'copy':
        void this.#copy(command.ticket, command.files);
        break;
      case 'save':
        void this.#download(command.ticket, command.files);
        break;
      case 'save nothing':
        this.#endSave(command.ticket, 0);
        break;
    }
  }

  async #check(id: string, file: File): Promise<void> {
    const { signal } = this.#beginCheck(id);
    const onProgress = (bytes: number) => {
      const done = file.size > 0 ? bytes / file.size : 1;
      if (!signal.aborted) this.#happens({ type: 'check progress', id, done });
    };
    const inspection = await this.#queues.queue
      .run(() => this.#deps.inspect(file, { signal, onProgress }))
      .catch((): Inspection => ({ kind: 'unreadable', reason: 'unreadable' }));
    const recalled = signal.aborted ? {} : await this.#recall(inspection);
    if (!signal.aborted) this.#happens({ type: 'checked', id, inspection, recalled });
  }

  async #recall(inspection: Inspection): Promise<Recollection> {
    if (inspection.kind === 'unreadable' || inspection.facts.emptiness) return {};
    // The file is checked without the ledger, too.
    return this.#deps.recall(recallOrder(inspection)).catch(() => ({}));
  }

  async #takeOut(id: string, zip: File): Promise<void> {
    const { signal } = this.#beginCheck(id);
    const result = await this.#queues.queue
      .run(() => this.#deps.takeOut(zip, { signal, onProgress: () => {} }))
      .catch(() => undefined);
    if (!signal.aborted) this.#happens({ type: 'taken out', id, ...(result && { result }) });
  }

  async #cutByYear(id: string, job: CutByYearJob): Promise<void> {
    const { signal } = this.#beginCheck(id);
    const onProgress = (bytes: number) => {
      if (!signal.aborted) this.#happens({ type: 'check progress', id, done: bytes / job.bytes });
    };
    const outcome = await this.#provenCut(job, { signal, onProgress }).catch(
      (error: unknown): CutOutcome => ({
        kind: error instanceof SourceChanged ? 'changed' : 'failed',
      }),
    );
    if (!signal.aborted) this.#happens({ type: 'was cut by year', id, outcome });
  }

  async #provenCut(job: CutByYearJob, options: JobOptions): Promise<CutOutcome> {
    const { cutByYear, makers } = this.#deps;
    const { queue, proofs } = this.#queues;
    const cut = await queue.run(() => cutByYear(job, options));
    // A larger zip does not go to the page. Its text goes in parts, and each of them is proven.
    const small = cut.zips.filter(({ zip }) => zip.size <= LARGEST_UPLOAD_BYTES);
    const { signal } = options;
    const prove = (written: WrittenZip) =>
      queue.run(() => makers.prove(written, { signal, onProgress: () => {} }), { length: 'short' });
    await Promise.all(
      small.map((written) => proofs.run(() => prove(written), { takes: written.zip.size })),
    );
    return { kind: 'cut', ...cut };
  }

  #beginCheck(id: string): AbortController {
    const stop = new AbortController();
    this.#checks.set(id, stop);
    return stop;
  }

  #make(file: SessionFile, order: Order): void {
    this.#makings.get(file.id)?.stop();
    const { makers, now } = this.#deps;
    let reached: Extract<Making['stage'], 'shape unknown' | 'shape known' | 'settled'> =
      'shape unknown';
    const tell = () => {
      // A first word may come before the constructor has returned.
      queueMicrotask(() => {
        if (this.#makings.get(file.id) !== preparation) return;
        this.#happens({ type: 'making', id: file.id, making: makingOf(preparation, reached) });
      });
    };
    const preparation = new Preparation(checkedSourceOf(file), order, {
      makers,
      now,
      onChange: tell,
      ...this.#queues,
    });
    this.#makings.set(file.id, preparation);
    void preparation.shapeKnown.then(() => {
      if (reached === 'shape unknown') reached = 'shape known';
      tell();
    });
    preparation.settled.then(
      () => {
        reached = 'settled';
        tell();
      },
      () => {}, // its failure is told with the next change
    );
  }

  #stop({ id, what }: Extract<SessionCommand, { do: 'stop' }>): void {
    this.#makings.get(id)?.stop();
    this.#makings.delete(id);
    if (what === 'making') return;
    for (const [each, check] of this.#checks) {
      if (each !== id && !each.startsWith(`${id}/`)) continue;
      check.abort();
      this.#checks.delete(each);
    }
  }

  async #copy(ticket: number, files: readonly PreparedFile[]): Promise<void> {
    const { proven, changed } = await this.#prover.copyInPage(files);
    this.#happens({ type: 'copied', ticket, files: proven, changed });
  }

  #save(id?: string): Promise<number> {
    const ticket = this.#nextSave++;
    const { promise, resolve } = Promise.withResolvers<number>();
    this.#saves.set(ticket, resolve);
    this.#happens({ type: 'save', ticket, ...(id !== undefined && { id }) });
    return promise;
  }

  /** One after the other, until the person stops it or a file is not what was checked. */
  async #download(ticket: number, files: readonly PreparedFile[]): Promise<void> {
    const isAll = this.#isSavingAll(ticket);
    let saved = 0;
    for (const file of files) {
      const copy = await this.#prover.copyHere(file);
      if (isAll && !this.#isSavingAll(ticket)) break;
      if (!copy) return this.#saveFailed(ticket, saved, file.file.id);
      if (!isAll) this.#happens({ type: 'saved', file: copy.proven });
      const name = isAll ? nameToSave(file) : file.plan.name;
      try {
        await this.#deps.save(copy.blob, name);
      } catch {
        return this.#saveFailed(ticket, saved);
      }
      saved += 1;
      if (isAll && !this.#isSavingAll(ticket)) break;
    }
    this.#happens({ type: 'save over', ticket });
    this.#endSave(ticket, saved);
  }

  #isSavingAll(ticket: number): boolean {
    const { stage } = this.#state;
    return stage.phase === 'saving' && stage.ticket === ticket;
  }

  #saveFailed(ticket: number, saved: number, changed?: string): void {
    const why = changed === undefined ? { trouble: 'file gone' as const } : { changed };
    this.#happens({ type: 'save over', ticket, ...why });
    this.#endSave(ticket, saved);
  }

  #endSave(ticket: number, saved: number): void {
    this.#saves.get(ticket)?.(saved);
    this.#saves.delete(ticket);
  }
}

/** `SCSC 2022-23 part 1 of 3.zip`: all parts are saved in one folder. */
function nameToSave({ plan: { name }, part, labelPart }: PreparedFile): string {
  const one = part ?? labelPart;
  if (!one) return name;
  return name.replace(/\.\w+$/, (extension) => ` part ${one.number} of ${one.of}${extension}`);
}
