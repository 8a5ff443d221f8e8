import type { FileLabel } from '../calpads/file-label.ts';
import { formatLabel } from '../calpads/file-label.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { FilePlan } from '../fixes/plan.ts';
import { describe, planFile } from '../fixes/plan.ts';
import { previewOf } from '../fixes/preview.ts';
import type { Rewrite } from '../fixes/rewrite.ts';
import { sha256Hex } from '../inspection/content-hash.ts';
import type { FileFacts } from '../inspection/file-facts.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { SentFile } from '../ledger/sent-file.ts';
import type { Recollection } from '../messaging/from-background.ts';
import type { FromAssist, FromPage, HeldFile, PreparedFile } from '../messaging/page-port.ts';
import type { CheckResult } from '../rules/check-files.ts';
import { checkFiles } from '../rules/check-files.ts';
import { mostFirst, yearHistogram } from '../rules/rule.ts';
import type { ControlName, HandOverOutcome, PageReport } from '../upload-page/page-state.ts';
import type { AssistSnapshot, FileRow, Phase } from './snapshot.ts';
import { WorkQueue } from './work-queue.ts';
import type { JobOptions } from './worker-job.ts';

/** What a session needs from the world around it. */
export interface SessionDeps {
  readonly toPage: (message: FromAssist) => void;
  readonly inspect: (file: File, options: JobOptions) => Promise<Inspection>;
  /** Makes a copy in one-byte characters, without column names. */
  readonly rewrite: (source: Blob, rewrite: Rewrite, options: JobOptions) => Promise<Blob>;
  readonly zip: (source: Blob, entryName: string, options: JobOptions) => Promise<Blob>;
  /** What the ledger knows of the same content, and of the LEA that the file reports for. */
  readonly recall: (contentHash: string, reportingLea: string | undefined) => Promise<Recollection>;
  /** @returns 'private window' where nothing is kept */
  readonly record: (event: SessionEvent) => Promise<'done' | 'private window'>;
  /** Ends when the download has begun; rejects when the file can no longer be read. */
  readonly save: (file: Blob, name: string) => Promise<void>;
  /** Whether there is an upload page to attach files to. */
  readonly hasPage: boolean;
  /** How many pieces of work run side by side. */
  readonly cores: number;
}

/** What the ledger is told. `also`: an upload widget keeps the files it already had. */
export type SessionEvent =
  | { readonly kind: 'attached'; readonly how: 'instead' | 'also'; readonly files: SentFile[] }
  | { readonly kind: 'taken back' };

/** One chosen file and all that has become of it. */
interface Entry {
  readonly id: string;
  readonly file: File;
  inspection?: Inspection;
  recalled?: Recollection;
  chosenYear?: SchoolYear | undefined;
  isRemoved: boolean;
  /** Its text converted or without column names, once that was made. */
  rewritten?: Blob;
  zip?: Blob;
  progress?: { work: Work; bytes: number };
  /** Stops the work under way on this entry. */
  stop: AbortController;
}

type Undoable =
  | { readonly kind: 'remove'; readonly entry: Entry }
  | {
      readonly kind: 'school year';
      readonly entry: Entry;
      readonly before: SchoolYear | undefined;
    };
type Work = 'check' | 'rewrite' | 'zip';
type CanGo = Extract<FilePlan, { kind: 'can go' }>;

/**
 * The files of one choice, from the moment the page's guard holds them until the page has them.
 * Collects (inspect), decides (rules, plans) and asks the page to act; it never touches the page.
 */
export class AssistSession {
  readonly #deps: SessionDeps;
  readonly #queue: WorkQueue;
  readonly #listeners = new Set<() => void>();
  #entries: Entry[] = [];
  #phase: Phase = 'waiting';
  #undo: Undoable[] = [];
  #page: PageReport = { state: 'off', missing: [], controls: [] };
  #fields: AssistSnapshot['fields'];
  #pointing: ControlName | undefined;
  #pointed: AssistSnapshot['pointed'];
  #outcome: HandOverOutcome | undefined;
  /** Labels of files that an upload widget took before; it keeps them, so the description names them too. */
  #taken: FileLabel[] = [];
  #trouble: AssistSnapshot['trouble'];
  #snapshot: AssistSnapshot;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#queue = new WorkQueue(deps.cores);
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
        void this.#hold(message.files);
        break;
      case 'filled':
        this.#fields = { purpose: message.purpose, description: message.description };
        break;
      case 'handed over':
        void this.#handedOver(message.outcome, message.names);
        break;
      case 'taken back':
        this.#phase = 'review';
        this.#outcome = undefined;
        this.#fields = undefined;
        this.#trouble = message.complete ? undefined : 'page keeps files';
        void this.#record({ kind: 'taken back' });
        break;
      case 'submitted':
        if (this.#phase === 'attached') this.#phase = 'submitted';
        break;
      case 'confirmed':
        if (this.#phase === 'submitted') this.#phase = 'confirmed';
        break;
      case 'pointed':
        this.#pointing = undefined;
        this.#pointed = { control: message.control, outcome: message.outcome };
        break;
    }
    this.#changed();
  }

  /** `Fix and attach` and `Attach`: everything that can go, goes. */
  async attach(): Promise<void> {
    if (this.#phase !== 'review' && this.#phase !== 'refused') return;
    this.#phase = 'preparing';
    this.#trouble = undefined;
    this.#changed();
    const isAllMade = await this.#prepareAll(this.#going());
    if (this.#phase !== 'preparing') return; // cancelled meanwhile
    const going = this.#going();
    if (!isAllMade || going.length === 0) {
      this.#phase = 'review';
    } else {
      this.#phase = 'handing over';
      this.#deps.toPage({
        type: 'attach',
        files: going.map(({ entry, plan }) => preparedFile(entry, plan)),
        description: this.#snapshot.description,
      });
    }
    this.#changed();
  }

  remove(id: string): void {
    const entry = this.#entry(id);
    if (!entry) return;
    entry.isRemoved = true;
    entry.stop.abort();
    this.#undo.push({ kind: 'remove', entry });
    this.#whenAllChecked();
    this.#changed();
  }

  chooseSchoolYear(id: string, year: SchoolYear): void {
    const entry = this.#entry(id);
    if (!entry) return;
    this.#undo.push({ kind: 'school year', entry, before: entry.chosenYear });
    entry.chosenYear = year;
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
    this.#changed();
  }

  /**
   * Downloads the very bytes that would be attached, so the job survives a page that does not
   * cooperate. False when there was nothing to download or it did not begin.
   */
  async save(id: string): Promise<boolean> {
    const isThis = ({ entry }: { entry: Entry }) => entry.id === id;
    const wanted = this.#going().filter(isThis);
    if (!(await this.#prepareAll(wanted))) return false;
    const prepared = this.#going().find(isThis); // a zip that is still too large goes nowhere
    if (!prepared) return false;
    const { entry, plan } = prepared;
    const file = madeOf(entry, plan) ?? entry.file;
    this.#deps.toPage({ type: 'let pass', name: plan.name, bytes: file.size });
    try {
      await this.#deps.save(file, plan.name);
      return true;
    } catch {
      this.#trouble = 'file gone';
      this.#changed();
      return false;
    }
  }

  /**
   * `Save prepared files`: downloads every file that changes on the way, one after the other. Those
   * that are right as they are need no copy. Gives how many were saved.
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
    let saved = 0;
    for (const { entry } of isAllMade ? changing() : []) {
      if (isStopped() || !(await this.save(entry.id))) break;
      saved += 1;
    }
    if (isStopped()) return saved; // cancelled, or more files came
    this.#phase = 'review';
    this.#changed();
    return saved;
  }

  /** While preparing: back to the list. Otherwise the files are let go; the page never saw them. */
  cancel(): void {
    if (this.#phase === 'preparing') {
      this.#phase = 'review';
      this.#stopWork();
    } else {
      this.#letGo();
      this.#deps.toPage({ type: 'focus page' });
    }
    this.#changed();
  }

  fillDescription(): void {
    this.#deps.toPage({ type: 'fill description', description: this.#snapshot.description });
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

  async #hold(files: readonly HeldFile[]): Promise<void> {
    if (this.#phase === 'confirmed') this.#taken = [];
    this.#leaveWhatIsAttached();
    const held = files.map(({ id, file }) => newEntry(id, file));
    this.#entries.push(...held);
    this.#phase = 'checking';
    this.#changed();
    await Promise.all(held.map((entry) => this.#inspect(entry)));
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
      entry.stop.abort();
      entry.stop = new AbortController();
    }
  }

  #whenAllChecked(): void {
    const entries = this.#present();
    if (this.#phase !== 'checking' || entries.some(({ inspection }) => !inspection)) return;
    this.#phase = entries.length > 0 ? 'review' : 'waiting';
    const isClean = this.#rows().every(
      ({ plan, findings }) =>
        plan?.kind === 'can go' && plan.steps.length === 0 && findings.length === 0,
    );
    if (isClean && entries.length > 0 && this.#deps.hasPage) void this.attach();
    else this.#changed();
  }

  async #inspect(entry: Entry): Promise<void> {
    const { signal } = entry.stop;
    try {
      const inspection = await this.#queue.run(() =>
        this.#deps.inspect(entry.file, { signal, onProgress: this.#progressOf(entry, 'check') }),
      );
      await this.#recall(entry, inspection);
      entry.inspection = inspection;
    } catch {
      if (signal.aborted) return;
      entry.inspection = { kind: 'unreadable', reason: 'unreadable' };
    } finally {
      delete entry.progress;
      this.#changed();
    }
  }

  async #recall(entry: Entry, inspection: Inspection): Promise<void> {
    if (inspection.kind === 'unreadable' || inspection.facts.emptiness) return;
    const { contentHash } = inspection.facts;
    const recalled = this.#deps.recall(contentHash, reportingLeaOf(inspection));
    entry.recalled = await recalled.catch(() => ({})); // without the ledger it is checked all the same
  }

  /** Makes what has to be made; false when something could not be. */
  async #prepareAll(going: readonly { entry: Entry; plan: CanGo }[]): Promise<boolean> {
    const toMake = going.filter(isStillToMake);
    const signals = toMake.map(({ entry }) => entry.stop.signal);
    const results = await Promise.allSettled(
      toMake.map(({ entry, plan }) => this.#make(entry, plan)),
    );
    const hasFailed = results.some(
      ({ status }, at) => status === 'rejected' && !signals[at]?.aborted,
    );
    if (hasFailed) this.#trouble = 'zip not made';
    this.#changed();
    return results.every(({ status }) => status === 'fulfilled');
  }

  async #make(entry: Entry, plan: CanGo): Promise<void> {
    const { signal } = entry.stop;
    const options = (work: Work) => ({ signal, onProgress: this.#progressOf(entry, work) });
    const rewrite = rewriteOf(entry, plan);
    try {
      if (rewrite) {
        entry.rewritten ??= await this.#queue.run(() =>
          this.#deps.rewrite(entry.file, rewrite, options('rewrite')),
        );
      }
      if (plan.steps.includes('zip')) {
        const source = entry.rewritten ?? entry.file;
        entry.zip ??= await this.#queue.run(() =>
          this.#deps.zip(source, `${formatLabel(plan.label)}.txt`, options('zip')),
        );
      }
    } finally {
      delete entry.progress;
    }
  }

  async #handedOver(outcome: HandOverOutcome, names: readonly string[]): Promise<void> {
    this.#outcome = outcome;
    this.#phase = PHASE_AFTER[outcome];
    if (outcome === 'file gone') this.#trouble = 'file gone';
    this.#changed();
    if (this.#phase !== 'attached') return;
    this.#deps.toPage({ type: 'focus page' });
    const going = this.#going().filter(({ plan }) => names.includes(plan.name));
    const how = outcome === 'taken by the page' ? 'also' : 'instead';
    if (how === 'also') this.#taken.push(...going.map(({ plan }) => plan.label));
    const files: SentFile[] = [];
    for (const { entry, plan } of going) files.push(await sentFile(entry, plan));
    await this.#record({ kind: 'attached', how, files });
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
    void this.#inspect(entry).then(() => this.#whenAllChecked());
  }

  #letGo(): void {
    for (const entry of this.#entries) entry.stop.abort();
    this.#entries = [];
    this.#undo = [];
    this.#phase = 'waiting';
    this.#fields = undefined;
    this.#outcome = undefined;
    this.#trouble = undefined;
  }

  #entry(id: string): Entry | undefined {
    return this.#entries.find((entry) => entry.id === id);
  }

  #present(): Entry[] {
    return this.#entries.filter(({ isRemoved }) => !isRemoved);
  }

  #going(): { entry: Entry; plan: CanGo }[] {
    return this.#check().flatMap(({ entry, plan }) =>
      plan?.kind === 'can go' ? [{ entry, plan }] : [],
    );
  }

  #check(): { entry: Entry; result?: CheckResult; plan?: FilePlan }[] {
    const present = this.#present();
    const chosen = present.flatMap(({ id, file, inspection, chosenYear, zip, recalled }) =>
      inspection
        ? [
            {
              id,
              name: file.name,
              inspection,
              ...(chosenYear && { chosenYear }),
              ...(zip && { zippedBytes: zip.size }),
              ...recalled,
            },
          ]
        : [],
    );
    const results = new Map(checkFiles(chosen).map((result) => [result.file.id, result]));
    return present.map((entry) => {
      const result = results.get(entry.id);
      return result ? { entry, result, plan: planFile(result) } : { entry };
    });
  }

  #rows(): FileRow[] {
    return this.#check().map(({ entry, result, plan }) => fileRow(entry, result, plan));
  }

  #progressOf(entry: Entry, work: Work): (bytes: number) => void {
    return (bytes) => {
      entry.progress = { work, bytes };
      this.#changed();
    };
  }

  #changed(): void {
    this.#snapshot = this.#draw();
    for (const listener of this.#listeners) listener();
  }

  #draw(): AssistSnapshot {
    const rows = this.#rows();
    const plans = rows.flatMap(({ plan }) => (plan?.kind === 'can go' ? [plan] : []));
    const undo = this.#whatUndoTakesBack();
    return {
      page: this.#page,
      phase: this.#phase,
      rows,
      canGo: plans.length,
      needsFix: plans.some(({ steps }) => steps.length > 0),
      held: rows.filter(({ plan }) => plan && plan.kind !== 'can go').length,
      description: describe(this.#labels(plans)),
      ...(this.#fields && { fields: this.#fields }),
      ...(this.#pointing && { pointing: this.#pointing }),
      ...(this.#pointed && { pointed: this.#pointed }),
      ...(undo && { undo }),
      ...(this.#trouble && { trouble: this.#trouble }),
    };
  }

  #labels(plans: readonly CanGo[]): FileLabel[] {
    const isOnPage = ['attached', 'submitted', 'confirmed'].includes(this.#phase);
    const isCounted = isOnPage && this.#outcome === 'taken by the page';
    return isCounted ? this.#taken : [...this.#taken, ...plans.map(({ label }) => label)];
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

function newEntry(id: string, file: File): Entry {
  return { id, file, isRemoved: false, stop: new AbortController() };
}

/** What was made of a file for this plan; nothing when it goes as it is, or under another name. */
function madeOf({ rewritten, zip }: Entry, { steps }: CanGo): Blob | undefined {
  if (steps.includes('zip')) return zip;
  return steps.includes('convert') || steps.includes('drop header') ? rewritten : undefined;
}

function isStillToMake({ entry, plan }: { entry: Entry; plan: CanGo }): boolean {
  const hasToBeMade = plan.steps.some((step) => step !== 'rename');
  return hasToBeMade && !madeOf(entry, plan);
}

function rewriteOf({ inspection }: Entry, { steps }: CanGo): Rewrite | undefined {
  if (inspection?.kind !== 'text') return undefined;
  if (!steps.includes('convert') && !steps.includes('drop header')) return undefined;
  const { encoding, headerLine } = inspection.facts;
  return steps.includes('drop header') && headerLine ? { encoding, headerLine } : { encoding };
}

function preparedFile(entry: Entry, plan: CanGo): PreparedFile {
  const blob = madeOf(entry, plan);
  return blob
    ? { kind: 'made', blob, name: plan.name }
    : { kind: 'original', id: entry.id, name: plan.name };
}

function fileRow(
  entry: Entry,
  result: CheckResult | undefined,
  plan: FilePlan | undefined,
): FileRow {
  const { id, file, progress, zip } = entry;
  const records = result?.file.records;
  const fileType = result?.file.provenType;
  return {
    id,
    name: file.name,
    bytes: file.size,
    findings: result?.findings ?? [],
    changes: plan ? previewOf(plan, file.size, records) : [],
    schoolYears: records ? yearHistogram(records) : [],
    ...(progress && {
      progress: { work: progress.work, done: file.size > 0 ? progress.bytes / file.size : 1 },
    }),
    ...(plan && { plan }),
    ...(records && { rows: records.rows }),
    ...(fileType && { fileType }),
    ...(zip && { preparedBytes: zip.size }),
  };
}

async function sentFile(entry: Entry, plan: CanGo): Promise<SentFile> {
  const { file, inspection } = entry;
  const attached = madeOf(entry, plan) ?? file;
  const facts = inspection?.kind === 'unreadable' ? undefined : inspection?.facts;
  const records = inspection && recordsIn(inspection);
  const reportingLea = inspection && reportingLeaOf(inspection);
  return {
    fileType: plan.label.fileType,
    schoolYear: plan.label.schoolYear,
    ...(reportingLea && { reportingLea }),
    name: plan.name,
    rows: records?.rows ?? 0,
    sourceBytes: file.size,
    attachedBytes: attached.size,
    contentHash: facts?.contentHash ?? '',
    attachedSha256: await sha256Hex(attached),
  };
}

function recordsIn(inspection: Inspection): FileFacts | undefined {
  if (inspection.kind === 'archive') return inspection.archive.entries[0]?.facts;
  return inspection.kind === 'text' ? inspection.facts : undefined;
}

/** The most frequent one: a district's file may hold a charter's rows too. */
function reportingLeaOf(inspection: Inspection): string | undefined {
  const records = recordsIn(inspection);
  return records && mostFirst(records.reportingLeas)[0]?.[0];
}
