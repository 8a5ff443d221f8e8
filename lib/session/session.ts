import type { TakeOutResult } from '../archive/take-out.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { FilePlan } from '../fixes/plan.ts';
import { describe, planFile } from '../fixes/plan.ts';
import type { PartNumber, Shipment } from '../fixes/submissions.ts';
import { submissions } from '../fixes/submissions.ts';
import { isToTakeOut } from '../fixes/take-out.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { SentFile } from '../ledger/sent-file.ts';
import type { Recollection } from '../messaging/from-background.ts';
import type { FromAssist, FromPage, HeldFile } from '../messaging/page-port.ts';
import type { CheckResult } from '../rules/check-files.ts';
import { checkFiles } from '../rules/check-files.ts';
import type {
  ControlName,
  HandOverOutcome,
  PageFileState,
  PageReport,
} from '../upload-page/page-state.ts';
import type { Entry, Going, Sending } from './entry.ts';
import {
  bytesOf,
  chosenFile,
  fileRow,
  isSameOrder,
  isToMake,
  newEntry,
  orderOf,
  partsLeft,
  preparedFile,
  reportingLeaOf,
  sentFile,
  sourceOf,
} from './entry.ts';
import type { Makers, Queues } from './preparation.ts';
import { Preparation, queuesFor } from './preparation.ts';
import type { AssistSnapshot, FileRow, Phase } from './snapshot.ts';
import type { JobOptions } from './worker-job.ts';

/** What a session needs from the world around it. */
export interface SessionDeps {
  readonly toPage: (message: FromAssist) => void;
  readonly inspect: (file: File, options: JobOptions) => Promise<Inspection>;
  /** Of a zip that a person brought. */
  readonly takeOut: (zip: Blob, options: JobOptions) => Promise<TakeOutResult>;
  readonly makers: Makers;
  /** What the ledger knows of the same content, and of the LEA that the file reports for. */
  readonly recall: (contentHash: string, reportingLea: string | undefined) => Promise<Recollection>;
  /** @returns 'private window' where nothing is kept */
  readonly record: (event: SessionEvent) => Promise<'done' | 'private window'>;
  /** In hexadecimal; rejects when the file can no longer be read. */
  readonly sha256: (file: Blob) => Promise<string>;
  /** Ends when the download has begun; rejects when the file can no longer be read. */
  readonly save: (file: Blob, name: string) => Promise<void>;
  /** Whether there is an upload page to attach files to. */
  readonly hasPage: boolean;
  /** How many pieces of work run side by side. */
  readonly cores: number;
  /** In milliseconds. */
  readonly now: () => number;
}

/** What the ledger is told. `also`: an upload widget keeps the files it already had. */
export type SessionEvent =
  | { readonly kind: 'attached'; readonly how: 'instead' | 'also'; readonly files: SentFile[] }
  | { readonly kind: 'taken back' }
  /** The person insisted on sending files in spite of these rules. */
  | { readonly kind: 'sent anyway'; readonly files: number; readonly rules: readonly string[] };

type Undoable =
  | { readonly kind: 'remove'; readonly entry: Entry }
  | {
      readonly kind: 'school year';
      readonly entry: Entry;
      readonly before: SchoolYear | undefined;
    };
interface Judged {
  readonly entry: Entry;
  readonly result?: CheckResult;
  readonly plan?: FilePlan;
}
/** With what the ledger is to say of it. */
type Attachable = Sending & { readonly sentFile: SentFile };

/**
 * The files of one choice, from the moment the page's guard holds them until the page has them.
 * Collects (inspect), decides (rules, plans) and asks the page to act; it never touches the page.
 */
export class AssistSession {
  readonly #deps: SessionDeps;
  readonly #queues: Queues;
  readonly #listeners = new Set<() => void>();
  #entries: Entry[] = [];
  #phase: Phase = 'waiting';
  #undo: Undoable[] = [];
  #page: PageReport = { state: 'off', missing: [], controls: [], signs: [] };
  #fields: AssistSnapshot['fields'];
  #pointing: ControlName | undefined;
  #pointed: AssistSnapshot['pointed'];
  #outcome: HandOverOutcome | undefined;
  /** What the page says of the files it was given, by name. */
  #pageFiles: ReadonlyMap<string, PageFileState> = new Map();
  #isRetry = false;
  /** The files were on the page before, and the person's click on its button brought them here. */
  #isAtSubmit = false;
  /** What is on its way to the page or stands there. */
  #submission: readonly Attachable[] = [];
  /** As the ledger was told of what stands on the page. */
  #attachedFiles: SentFile[] = [];
  /** What was saved, to be chosen by hand on a page that takes no files from a script. */
  #saved: Attachable[] = [];
  /** What an upload widget took before; it keeps them, so the description names them too. */
  #taken: Pick<Shipment, 'label' | 'part'>[] = [];
  #trouble: AssistSnapshot['trouble'];
  #snapshot: AssistSnapshot;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#queues = queuesFor(deps.cores);
    this.#snapshot = this.#draw();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): AssistSnapshot => this.#snapshot;

  /** What the content script reports. */
  hear(message: FromPage): void {
    switch (message.type) {
      case 'page':
        this.#page = message.report;
        break;
      case 'held':
        void this.#hold(message.files, message.when);
        break;
      case 'filled':
        this.#fields = { purpose: message.purpose, description: message.description };
        break;
      case 'handed over':
        this.#handedOver(message.outcome, message.names);
        break;
      case 'taken back':
        this.#backToReview(message.complete ? undefined : 'page keeps files');
        break;
      case 'lost by page':
        this.#taken = [];
        if (this.#phase === 'attached') this.#backToReview('page let go');
        else void this.#record({ kind: 'taken back' }); // the panel shows files that were chosen since
        break;
      case 'back again':
        if (this.#phase !== 'attached') break;
        void this.#record({ kind: 'attached', how: 'instead', files: this.#attachedFiles });
        break;
      case 'updated':
        this.#trouble = 'updated';
        break;
      case 'page files':
        this.#pageFiles = message.states;
        if (this.#trouble === 'not ready yet' && this.#isPageReady()) this.#trouble = undefined;
        break;
      case 'submit stopped':
        this.#trouble = 'not ready yet';
        break;
      case 'submitted':
        if (this.#phase !== 'attached') break;
        this.#phase = 'submitted';
        this.#trouble = undefined;
        break;
      case 'confirmed':
        if (this.#phase === 'submitted') this.#confirmed();
        break;
      case 'pointed':
        this.#pointing = undefined;
        this.#pointed = { control: message.control, outcome: message.outcome };
        break;
    }
    this.#changed();
  }

  /** `Fix and attach` and `Attach`: everything that can go with one submission, goes. */
  async attach(): Promise<void> {
    if (!['review', 'refused', 'confirmed'].includes(this.#phase)) return;
    if (this.#phase === 'confirmed') this.#taken = [];
    this.#phase = 'preparing';
    this.#trouble = undefined;
    this.#changed();
    const isAllMade = (await this.#shapesKnown()) && (await this.#prepareAll(this.#next()));
    const submission = this.#next();
    const isMade = isAllMade && (await this.#prepareParts(submission));
    const attachable = isMade ? await this.#forLedger(submission) : [];
    if (this.#phase !== 'preparing') return; // cancelled meanwhile
    if (attachable.length === 0) {
      this.#phase = 'review';
    } else {
      this.#phase = 'handing over';
      this.#submission = attachable;
      this.#deps.toPage({
        type: 'attach',
        files: submission.map(({ entry, plan, part }) => preparedFile(entry, plan, part)),
        description: describe([...this.#taken, ...submission]),
      });
    }
    this.#changed();
  }

  remove(id: string): void {
    const entry = this.#entry(id);
    if (!entry) return;
    entry.isRemoved = true;
    stopWork(entry);
    entry.preparation = undefined;
    this.#undo.push({ kind: 'remove', entry });
    this.#whenAllChecked();
    this.#changed();
  }

  chooseSchoolYear(id: string, year: SchoolYear): void {
    const entry = this.#entry(id);
    if (!entry) return;
    this.#undo.push({ kind: 'school year', entry, before: entry.chosenYear });
    entry.chosenYear = year;
    this.#workAhead();
    this.#changed();
  }

  /** How a file goes that is too large as it is. */
  choosePacking(id: string, packing: 'zip' | 'text parts'): void {
    const entry = this.#entry(id);
    if (!entry) return;
    entry.wantsTextParts = packing === 'text parts';
    this.#workAhead();
    this.#changed();
  }

  undo(): void {
    if (this.#phase === 'attached') {
      this.#deps.toPage({ type: 'take back' });
      return;
    }
    const last = this.#undo.pop();
    if (last?.kind === 'remove') this.#restore(last.entry);
    if (last?.kind === 'school year') last.entry.chosenYear = last.before;
    this.#workAhead();
    this.#changed();
  }

  /**
   * Downloads the very bytes that would be attached, so the job survives a page that does not
   * cooperate. Of a file that goes in parts: the part whose turn it is. False when there was nothing
   * to download or it did not begin.
   */
  async save(id: string): Promise<boolean> {
    const [sending] = await this.#savable(id);
    if (!sending || !(await this.#prepareParts([sending]))) return false;
    const [attachable] = await this.#forLedger([sending]);
    if (!attachable) return false;
    const file = bytesOf(sending);
    const { name } = sending.plan;
    this.#saved.push(attachable);
    this.#deps.toPage({ type: 'let pass', name, bytes: file.size });
    return this.#download(file, name);
  }

  /**
   * `Save prepared files`: downloads every file that changes on the way, one after the other. Those
   * that are right as they are need no copy. Of a file that goes in parts all are saved; their names
   * say which is which, for they lie in one folder. Gives how many were saved.
   */
  async saveAll(): Promise<number> {
    if (this.#phase !== 'review') return 0;
    const stops = this.#present().map(({ stop }) => stop);
    const isStopped = () => stops.some(({ signal }) => signal.aborted);
    this.#phase = 'preparing';
    this.#trouble = undefined;
    this.#changed();
    const changing = () => this.#going().filter(({ plan }) => plan.steps.length > 0);
    const isAllMade = await this.#prepareAll(changing());
    const saved = isAllMade ? await this.#saveEach(changing(), isStopped) : 0;
    if (isStopped()) return saved; // cancelled, or more files came
    this.#phase = 'review';
    this.#changed();
    return saved;
  }

  async #saveEach(going: readonly Going[], isStopped: () => boolean): Promise<number> {
    let saved = 0;
    for (const { entry } of going) {
      for (const sending of await this.#savable(entry.id)) {
        const { plan, part } = sending;
        if (isStopped() || !(await this.#prepareParts([sending]))) return saved;
        const file = bytesOf(sending);
        const name = part ? partName(plan.name, part) : plan.name;
        if (isStopped() || !(await this.#download(file, name))) return saved;
        saved += 1;
      }
    }
    return saved;
  }

  /** While preparing: back to the list. Otherwise the files are let go; the page never saw them. */
  cancel(): void {
    if (this.#phase === 'preparing') {
      this.#phase = 'review';
      this.#stopWork(); // and none is begun again before the next click
    } else {
      this.#letGo();
      this.#deps.toPage({ type: 'let go' });
      this.#deps.toPage({ type: 'focus page' });
    }
    this.#changed();
  }

  fillDescription(): void {
    this.#deps.toPage({ type: 'fill description', description: this.#snapshot.description });
  }

  /** `Try again`: the page gets those files once more with which it had an issue. */
  retry(): void {
    const isWithIssue = ({ plan }: Sending) => this.#pageFiles.get(plan.name) === 'issue';
    // An input holds all files or none of them; a widget keeps those that it took.
    const isInInput = this.#outcome === 'in the input';
    const again = this.#submission.filter((one) => isInInput || isWithIssue(one));
    if (this.#phase !== 'attached' || again.length === 0) return;
    this.#phase = 'handing over';
    this.#isRetry = true;
    this.#deps.toPage({
      type: 'attach',
      files: again.map(({ entry, plan, part }) => preparedFile(entry, plan, part)),
      description: this.#snapshot.description,
    });
    this.#changed();
  }

  /** `Send anyway`, said twice: files that the page had before are there again as they were. */
  async sendAnyway(): Promise<void> {
    if (!this.#isAtSubmit || this.#phase !== 'review') return;
    const entries = this.#present();
    const findings = this.#judged().flatMap(({ result }) => result?.findings ?? []);
    const blocking = findings.filter(({ level }) => level === 'block');
    this.#deps.toPage({ type: 'put back', ids: entries.map(({ id }) => id) });
    this.#letGo();
    this.#trouble = 'sent anyway';
    this.#changed();
    await this.#record({
      kind: 'sent anyway',
      files: entries.length,
      rules: [...new Set(blocking.map(({ ruleId }) => ruleId))],
    });
  }

  /** `Go to the page's link`: the page's own way to another upload, where the next part can go. */
  goToAnotherUpload(): void {
    this.#deps.toPage({ type: 'focus another upload' });
  }

  /** `Show me where it is`: the person goes on to the page and points. */
  pointAt(control: ControlName): void {
    this.#pointing = control;
    this.#pointed = undefined;
    this.#deps.toPage({ type: 'point at', control });
    this.#changed();
  }

  stopPointing(): void {
    if (!this.#pointing) return;
    this.#deps.toPage({ type: 'stop pointing' });
    this.hear({ type: 'pointed', control: this.#pointing, outcome: 'cancelled' });
  }

  async #hold(files: readonly HeldFile[], when: 'at choice' | 'at submit'): Promise<void> {
    if (this.#phase === 'confirmed') this.#taken = [];
    this.#leaveWhatIsAttached();
    this.#isAtSubmit = when === 'at submit';
    const held = files.map(({ id, file }) => newEntry(id, file));
    this.#entries.push(...held);
    this.#phase = 'checking';
    this.#changed();
    await Promise.all(held.map((entry) => this.#check(entry)));
    this.#whenAllChecked();
  }

  /**
   * A new choice joins the files that still wait. Those being prepared go back to waiting. Those in
   * the page's input are there no more: a choice replaces what an input held.
   */
  #leaveWhatIsAttached(): void {
    if (['waiting', 'checking', 'review', 'refused'].includes(this.#phase)) return;
    if (this.#phase === 'preparing' || this.#phase === 'handing over') {
      this.#stopWork();
      return;
    }
    if (this.#phase === 'attached' && this.#outcome === 'in the input') {
      void this.#record({ kind: 'taken back' });
    }
    this.#letGo();
  }

  #stopWork(): void {
    for (const entry of this.#present()) {
      stopWork(entry);
      entry.stop = new AbortController();
    }
  }

  #whenAllChecked(): void {
    const entries = this.#present();
    if (this.#phase !== 'checking' || entries.some(({ inspection }) => !inspection)) return;
    this.#phase = entries.length > 0 ? 'review' : 'waiting';
    const isClean = this.#judged().every(
      ({ plan, result }) =>
        plan?.kind === 'can go' && plan.steps.length === 0 && result?.findings.length === 0,
    );
    if (isClean && entries.length > 0 && this.#deps.hasPage) void this.attach();
    else this.#changed();
  }

  /** Inspects it, and in its stead what is in it, where that is to be judged file by file. */
  async #check(entry: Entry): Promise<void> {
    await this.#inspect(entry);
    if (entry.inspection && isToTakeOut(entry.inspection)) await this.#takeOut(entry);
    this.#workAhead();
  }

  async #inspect(entry: Entry): Promise<void> {
    const { signal } = entry.stop;
    const onProgress = (bytes: number) => {
      entry.checkedBytes = bytes;
      this.#changed();
    };
    try {
      const inspection = await this.#queues.queue.run(() =>
        this.#deps.inspect(entry.file, { signal, onProgress }),
      );
      await this.#recall(entry, inspection);
      entry.inspection = inspection;
    } catch {
      if (signal.aborted) return;
      entry.inspection = { kind: 'unreadable', reason: 'unreadable' };
    } finally {
      entry.checkedBytes = undefined;
      this.#changed();
    }
  }

  /** The files in a zip take its place in the list. */
  async #takeOut(zip: Entry): Promise<void> {
    const { inspection } = zip;
    if (inspection?.kind !== 'archive') return;
    const { signal } = zip.stop;
    delete zip.inspection; // so that nothing goes on without them
    try {
      const result = await this.#queues.queue.run(() =>
        this.#deps.takeOut(zip.file, { signal, onProgress: () => {} }),
      );
      if (result.kind === 'refused' || result.files.length === 0) {
        const damage = result.kind === 'refused' ? { damage: result.reason } : {};
        zip.inspection = { ...inspection, archive: { ...damage, entries: [] } };
        return;
      }
      const inside = result.files.map(({ name, blob }, at) =>
        newEntry(`${zip.id}/${at + 1}`, new File([blob], name), zip.file.name),
      );
      this.#entries = this.#entries.flatMap((entry) => (entry === zip ? inside : [entry]));
      await Promise.all(inside.map((entry) => this.#inspect(entry)));
    } catch {
      if (!signal.aborted) zip.inspection = { kind: 'unreadable', reason: 'unreadable' };
    }
  }

  async #recall(entry: Entry, inspection: Inspection): Promise<void> {
    if (inspection.kind === 'unreadable' || inspection.facts.emptiness) return;
    const { contentHash } = inspection.facts;
    const recalled = this.#deps.recall(contentHash, reportingLeaOf(inspection));
    entry.recalled = await recalled.catch(() => ({})); // without the ledger it is checked all the same
    if (entry.recalled.begun?.packing === 'text parts') entry.wantsTextParts = true;
  }

  /**
   * Begins what has to be made while the person still reads, and drops what is of no use any more.
   * What failed or was cancelled waits for the click.
   */
  #workAhead(): void {
    if (this.#phase !== 'checking' && this.#phase !== 'review') return;
    const going = this.#going();
    for (const entry of this.#present()) {
      const plan = going.find((one) => one.entry === entry)?.plan;
      const { preparation } = entry;
      if (!plan || !isToMake(plan)) {
        preparation?.stop();
        entry.preparation = undefined;
      } else if (!preparation || !isSameOrder(preparation.order, orderOf(entry, plan))) {
        this.#preparation({ entry, plan });
      }
    }
  }

  /** The one under way where it makes what is wanted, else a new one. */
  #preparation({ entry, plan }: Going): Preparation {
    const order = orderOf(entry, plan);
    const present = entry.preparation;
    if (present && !present.isStopped && isSameOrder(present.order, order)) return present;
    present?.stop();
    const { makers, now } = this.#deps;
    const onChange = () => this.#changed();
    entry.preparation = new Preparation(sourceOf(entry), order, {
      makers,
      now,
      onChange,
      ...this.#queues,
    });
    return entry.preparation;
  }

  /** Until then nobody can say what goes together; files that go in parts keep no whole one waiting. */
  async #shapesKnown(): Promise<boolean> {
    const going = this.#going().filter(({ plan }) => isToMake(plan));
    const making = going.map((one) => this.#preparation(one));
    await Promise.all(making.map(({ shapeKnown }) => shapeKnown));
    this.#trouble = troubleOf(making) ?? this.#trouble;
    return !making.some(({ isStopped }) => isStopped);
  }

  /** Waits for what has to be made; false when something could not be. */
  #prepareAll(going: readonly Going[]): Promise<boolean> {
    const making = going.filter(({ plan }) => isToMake(plan)).map((one) => this.#preparation(one));
    return this.#whenMade(
      making,
      making.map(({ settled }) => settled),
    );
  }

  #prepareParts(sendings: readonly Sending[]): Promise<boolean> {
    const parts = sendings.flatMap(({ entry: { preparation }, part }) =>
      preparation && part ? [{ preparation, part }] : [],
    );
    return this.#whenMade(
      parts.map(({ preparation }) => preparation),
      parts.map(({ preparation, part }) => preparation.part(part.number)),
    );
  }

  async #whenMade(
    making: readonly Preparation[],
    made: readonly Promise<void>[],
  ): Promise<boolean> {
    const results = await Promise.allSettled(made);
    this.#trouble = troubleOf(making) ?? this.#trouble;
    this.#changed();
    return results.every(({ status }) => status === 'fulfilled');
  }

  /** What can be saved of a file: itself, or of one that goes in parts those that are left. */
  async #savable(id: string): Promise<Sending[]> {
    const present = () => this.#going().filter(({ entry }) => entry.id === id);
    return (await this.#prepareAll(present())) ? this.#sendings(present()).flat() : [];
  }

  async #download(file: Blob, name: string): Promise<boolean> {
    try {
      await this.#deps.save(file, name);
      return true;
    } catch {
      this.#trouble = 'file gone';
      this.#changed();
      return false;
    }
  }

  /**
   * Made before the page gets the files, and one after the other, since each is read for its sum:
   * the person may click the page's button the moment they stand there, and the click counts for
   * nothing until the ledger knows of them. None where one of the files went away.
   */
  async #forLedger(sendings: readonly Sending[]): Promise<Attachable[]> {
    const attachable: Attachable[] = [];
    try {
      for (const one of sendings) {
        const sum = await this.#deps.sha256(bytesOf(one));
        attachable.push({ ...one, sentFile: sentFile(one, sum) });
      }
      return attachable;
    } catch {
      this.#trouble = 'file gone';
      this.#changed();
      return [];
    }
  }

  #handedOver(outcome: HandOverOutcome, names: readonly string[]): void {
    const isRetry = this.#isRetry;
    this.#isRetry = false;
    const known = this.#submission.length > 0 ? this.#submission : this.#saved;
    if (!isRetry) this.#submission = known.filter(({ plan }) => names.includes(plan.name));
    this.#outcome = outcome;
    this.#phase = PHASE_AFTER[outcome];
    if (outcome === 'file gone') this.#trouble = 'file gone';
    if (this.#phase !== 'attached') return;
    this.#deps.toPage({ type: 'focus page' });
    if (isRetry) return; // the ledger knows of them
    const how = outcome === 'taken by the page' ? 'also' : 'instead';
    if (how === 'also') this.#taken.push(...this.#submission);
    const files = this.#submission.map((one) => one.sentFile);
    this.#attachedFiles = how === 'also' ? [...this.#attachedFiles, ...files] : files;
    void this.#record({ kind: 'attached', how, files });
  }

  #backToReview(trouble: AssistSnapshot['trouble']): void {
    this.#phase = 'review';
    this.#outcome = undefined;
    this.#fields = undefined;
    this.#submission = [];
    this.#attachedFiles = [];
    this.#trouble = trouble;
    void this.#record({ kind: 'taken back' });
  }

  #confirmed(): void {
    this.#phase = 'confirmed';
    for (const { entry, part } of this.#submission) {
      if (part) entry.partsSent.add(part.number);
      else entry.isSent = true;
    }
    this.#submission = [];
    this.#attachedFiles = [];
  }

  async #record(event: SessionEvent): Promise<void> {
    try {
      const answer = await this.#deps.record(event);
      if (answer === 'done') return;
      this.#trouble = answer;
    } catch {
      this.#trouble = 'not recorded';
    }
    this.#changed();
  }

  #restore(entry: Entry): void {
    entry.isRemoved = false;
    entry.stop = new AbortController();
    if (entry.inspection) return;
    this.#phase = 'checking';
    void this.#check(entry).then(() => this.#whenAllChecked());
  }

  #letGo(): void {
    for (const entry of this.#entries) stopWork(entry);
    this.#entries = [];
    this.#submission = [];
    this.#saved = [];
    this.#undo = [];
    this.#phase = 'waiting';
    this.#fields = undefined;
    this.#outcome = undefined;
    this.#trouble = undefined;
    this.#isAtSubmit = false;
    this.#pageFiles = new Map();
  }

  #isPageReady(): boolean {
    return [...this.#pageFiles.values()].every((state) => state === 'ready');
  }

  #entry(id: string): Entry | undefined {
    return this.#entries.find((entry) => entry.id === id);
  }

  #present(): Entry[] {
    return this.#entries.filter(({ isRemoved }) => !isRemoved);
  }

  #going(): Going[] {
    return goingOf(this.#judged());
  }

  /** One submission after the other. */
  #sendings(going: readonly Going[]): Sending[][] {
    const files = going.map(({ entry, plan }) => ({
      id: entry.id,
      label: plan.label,
      partsLeft: partsLeft(entry, plan),
    }));
    const byId = new Map(going.map((one) => [one.entry.id, one]));
    return submissions(files).map((shipments) =>
      shipments.flatMap(({ id, label, part }) => {
        const one = byId.get(id);
        return one ? [{ ...one, label, ...(part && { part }) }] : [];
      }),
    );
  }

  #next(): Sending[] {
    return this.#sendings(this.#going())[0] ?? [];
  }

  #judged(): Judged[] {
    const present = this.#present();
    const chosen = present.map(chosenFile).filter((file) => file !== undefined);
    const results = new Map(checkFiles(chosen).map((result) => [result.file.id, result]));
    return present.map((entry) => {
      const result = results.get(entry.id);
      return result ? { entry, result, plan: planFile(result) } : { entry };
    });
  }

  #changed(): void {
    this.#snapshot = this.#draw();
    for (const listener of this.#listeners) listener();
  }

  #draw(): AssistSnapshot {
    const judged = this.#judged();
    const upcoming = this.#sendings(goingOf(judged));
    const current = UNDER_WAY.includes(this.#phase) ? this.#submission : (upcoming[0] ?? []);
    const after = upcoming.filter((sendings) => !sendings.some((one) => isIn(current, one)));
    const rows = judged.map((one) => {
      const onPage = this.#phase === 'attached' ? this.#onPage(one) : undefined;
      return { ...fileRow({ ...one, place: placeOf(one, current) }), ...(onPage && { onPage }) };
    });
    const undo = this.#whatUndoTakesBack();
    const part = current[0]?.part;
    return {
      page: this.#page,
      phase: this.#phase,
      rows,
      canGo: current.length,
      needsFix: [current, ...upcoming].flat().some(({ plan }) => plan.steps.length > 0),
      held: rows.filter(({ plan }) => plan && plan.kind !== 'can go').length,
      ...(part && { part }),
      partsAfter: after.length,
      description: describe(this.#described(current)),
      ...(this.#fields && { fields: this.#fields }),
      ...(this.#pointing && { pointing: this.#pointing }),
      ...(this.#pointed && { pointed: this.#pointed }),
      ...(undo && { undo }),
      ...(this.#isAtSubmit && { isAtSubmit: true }),
      ...(this.#trouble && { trouble: this.#trouble }),
    };
  }

  #onPage({ plan }: Judged): PageFileState | undefined {
    return plan?.kind === 'can go' ? this.#pageFiles.get(plan.name) : undefined;
  }

  #described(current: readonly Sending[]): Pick<Shipment, 'label' | 'part'>[] {
    const isOnPage = ['attached', 'submitted', 'confirmed'].includes(this.#phase);
    const isCounted = isOnPage && this.#outcome === 'taken by the page';
    return isCounted ? this.#taken : [...this.#taken, ...current];
  }

  #whatUndoTakesBack(): AssistSnapshot['undo'] {
    if (this.#phase === 'attached') return this.#outcome === 'in the input' ? 'attach' : undefined;
    if (this.#phase === 'submitted' || this.#phase === 'confirmed') return undefined;
    return this.#undo.at(-1)?.kind;
  }
}

const PHASE_AFTER: Readonly<Record<HandOverOutcome, Phase>> = {
  'in the input': 'attached',
  'taken by the page': 'attached',
  refused: 'refused',
  'file gone': 'review',
};

/** From the hand-over until the page has confirmed it, the submission is what it is. */
const UNDER_WAY: readonly Phase[] = ['handing over', 'attached', 'submitted'];

function stopWork({ stop, preparation }: Entry): void {
  stop.abort();
  preparation?.stop();
}

function troubleOf(making: readonly Preparation[]): AssistSnapshot['trouble'] {
  if (making.some(({ failure }) => failure === 'changed')) return 'file gone';
  return making.some(({ failure }) => failure) ? 'zip not made' : undefined;
}

/** What can go and has not gone yet. */
function goingOf(judged: readonly Judged[]): Going[] {
  return judged.flatMap(({ entry, plan }) =>
    plan?.kind === 'can go' && !entry.isSent ? [{ entry, plan }] : [],
  );
}

function placeOf({ entry, plan }: Judged, current: readonly Sending[]): FileRow['place'] {
  if (plan?.kind !== 'can go' || current.some((one) => one.entry === entry)) return 'now';
  const left = partsLeft(entry, plan);
  return entry.isSent || (left !== 'not known yet' && left?.length === 0) ? 'sent' : 'later';
}

function isIn(sendings: readonly Sending[], { entry, part }: Sending): boolean {
  return sendings.some((one) => one.entry === entry && one.part?.number === part?.number);
}

/** `SCSC 2022-23 part 1 of 3.zip` */
function partName(name: string, { number, of }: PartNumber): string {
  return name.replace(/\.\w+$/, (extension) => ` part ${number} of ${of}${extension}`);
}
