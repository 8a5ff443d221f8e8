import type { FromAssist, FromPage, HeldFile, PreparedFile } from '../messaging/page-port.ts';
import type { MarkWords } from '../upload-page/field-marks.ts';
import { fieldMarks } from '../upload-page/field-marks.ts';
import { FieldFiller } from '../upload-page/fill.ts';
import type { FoundPage } from '../upload-page/find-controls.ts';
import { findPage, NOTHING_FOUND } from '../upload-page/find-controls.ts';
import type { LearnedControl } from '../upload-page/learned-control.ts';
import { learn } from '../upload-page/learned-control.ts';
import { readFileStates, watchFileStates } from '../upload-page/page-file-states.ts';
import type { ControlName, PageFileState, PageReport } from '../upload-page/page-state.ts';
import { pause } from '../upload-page/pause.ts';
import { safelyWith } from '../upload-page/safely.ts';
import { sayLast } from './banner.ts';
import type { Guard, Target } from './guard.ts';
import { installGuard } from './guard.ts';
import type { DropTarget } from './hand-over.ts';
import { handOver, isOnPage, setFiles, takeBack } from './hand-over.ts';
import { filledInputs, KnownFiles } from './known-files.ts';
import { watchForNewerRun } from './newer-run.ts';
import { dropInPage } from './page-drop.ts';
import { outermostDocument, removeLeftovers } from './panel-host.ts';
import { PanelLink } from './panel-link.ts';
import { askToPointAt } from './point-at.ts';
import type { SubmitMark } from './submit-marker.ts';
import { submitMarker } from './submit-marker.ts';
import { warnOnLeaving } from './warn-on-leaving.ts';
import type { Sight } from './watch-page.ts';
import { watchPage } from './watch-page.ts';
import { watchSubmission } from './watch-submission.ts';

/** What the page side needs from the world around it. */
export interface PageSideDeps {
  readonly window: Window;
  readonly frameUrl: string;
  readonly issueToken: () => Promise<string>;
  readonly tell: (
    event: 'page opened' | 'submit clicked' | 'thank-you shown' | 'no thank-you here',
  ) => Promise<unknown>;
  readonly tellState: (report: PageReport) => Promise<unknown>;
  /** What people pointed at before. */
  readonly learned: () => Promise<readonly LearnedControl[]>;
  readonly learn: (learned: LearnedControl) => Promise<unknown>;
  /** The extension was updated or removed under a page that is still open. */
  readonly isContextLost: () => boolean;
  readonly words: MarkWords & {
    readonly panelTitle: string;
    readonly stopped: string;
    readonly updated: string;
    readonly close: string;
  };
}

type HeldMessage = Extract<FromPage, { type: 'held' }>;

/** A page that has been complete for so long and has not thanked by then is not the thank-you page. */
const THANK_YOU_MS = 5_000;
/** A page that has been complete for so long shows its controls, or it has changed. */
const SETTLED_MS = 3_000;
/** A form that has come back shows the files that it kept within this time. */
const FORM_BACK_MS = 1_000;

declare global {
  /** Of the content script's own world, which no page sees: ends with the run at work in it. */
  var uploadAssistantRun: AbortSignal | undefined;
}

/**
 * The assistant's hands on the page: guards the choice of files, hands them to the panel's frame,
 * and does what the frame asks: attach, fill, take back. It decides nothing about files.
 *
 * If anything in here breaks, the guard goes away and a banner says so: the page comes first. So all
 * that the browser calls goes through `safely`. Where the script is run twice, the first run stays,
 * with the files that it holds.
 */
export function startPageSide(deps: PageSideDeps): void {
  if (globalThis.uploadAssistantRun?.aborted === false) return;
  globalThis.uploadAssistantRun = new PageSide(deps).start();
}

class PageSide {
  readonly #deps: PageSideDeps;
  readonly #window: Window;
  readonly #document: Document;
  /** Ends the assistant on this page, when it gives up. */
  readonly #stop = new AbortController();
  readonly #safely = safelyWith((error) => this.#giveUp(error));
  readonly #panel: PanelLink;
  readonly #filler: FieldFiller;
  readonly #originals = new Map<string, File>();
  /** Files that the assistant made to be chosen by hand. */
  readonly #mayPass = new KnownFiles();
  /** Files that the page has by the assistant's doing or knowledge. */
  #given = new KnownFiles();
  #guard: Guard | undefined;
  #found: FoundPage = NOTHING_FOUND;
  #learned: readonly LearnedControl[] = [];
  #told = '';
  #isSettled = false;
  #target: Target | undefined;
  /** Held and not yet given to the page; a panel that starts anew gets them again. */
  #held: HeldMessage[] = [];
  /** The same once the page has them: it may lose them before they are submitted. */
  #wereHeld: HeldMessage[] = [];
  #attachedNames: readonly string[] = [];
  #stopWatchingFiles = new AbortController();
  /** Files stand in the form, and the person has not clicked the page's button yet. */
  #isUnsubmitted = false;
  #hasWarnedOfEarlyClick = false;
  /** The form went away with files in it: it may come back without them. */
  #wasFormAway = false;
  /** Not all fields were there when the files went in; they are filled when they come. */
  #lateDescription: string | undefined;
  #isFilling = false;
  #thankYouTimer: ReturnType<typeof setTimeout> | undefined;
  #stopPointing = new AbortController();
  #nextId = 1;

  constructor(deps: PageSideDeps) {
    const { window, frameUrl, issueToken, words } = deps;
    const { signal } = this.#stop;
    const safely = this.#safely;
    this.#deps = deps;
    this.#window = window;
    this.#document = window.document;
    this.#panel = new PanelLink({
      document: outermostDocument(window),
      frameUrl,
      title: words.panelTitle,
      issueToken,
      signal,
      safely,
      onMessage: (message) => this.#hear(message),
      onRestart: () => this.#tellPanelAnew(),
      onFailure: (error) => this.#giveUp(error),
    });
    this.#filler = new FieldFiller({
      find: () => this.#look().controls,
      marks: fieldMarks(words, { signal, safely }),
      signal,
    });
  }

  start(): AbortSignal {
    this.#safely(() => this.#begin())();
    return this.#stop.signal;
  }

  #begin(): void {
    const { signal } = this.#stop;
    const safely = this.#safely;
    watchForNewerRun(this.#document, { signal, safely }, () => this.#isLost());
    this.#guard = installGuard({
      window: this.#window,
      signal,
      safely,
      isUploadPage: () => !this.#isLost() && this.#look().report.state !== 'off',
      mayPass: (files) => files.length > 0 && files.every((file) => this.#mayPass.has(file)),
      onHeld: safely((target, files) => this.#hold(target, files, 'at choice')),
      onPassed: (files) => this.#passed(files),
    });
    const submission = watchSubmission({
      window: this.#window,
      signal,
      safely,
      submitButton: () => this.#found.controls.submit,
      isThanked: () => this.#found.signs.confirmation !== undefined,
      mayGo: () => this.#maySubmit(),
      onSubmit: () => {
        this.#submitted();
        watched.hearAgain();
      },
      onThankYou: () => {
        clearTimeout(this.#thankYouTimer);
        this.#panel.send({ type: 'confirmed' });
        submitMarker.set(this.#window, 'thanked');
        this.#tellOfThanks();
      },
    });
    warnOnLeaving(this.#window, { signal, safely }, () => this.#isUnsubmitted);
    const isUpdated = removeLeftovers(this.#document);
    if (this.#isTop) this.#reportOpening();
    const look = (): Sight => {
      const before = this.#told;
      this.#look();
      submission.look();
      this.#fillWhatCameLate();
      if (this.#told !== before) return 'news';
      return this.#found.report.state === 'on' || this.#isOtherPage ? 'settled' : 'open';
    };
    const watched = watchPage({
      document: this.#document,
      signal,
      safely,
      look,
      isAwaited: submission.isAwaited,
    });
    if (isUpdated) this.#panel.send({ type: 'updated' });
    // A browser that goes back, reloads or restores a page may put its files in again.
    this.#onceLoaded(() => this.#holdUnknown('at choice'));
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) this.#comeBack();
    };
    this.#window.addEventListener('pageshow', safely(onShow), { signal });
    this.#recallLearned();
    this.#closePanelWithDocument();
  }

  get #isTop(): boolean {
    return this.#window === this.#window.top;
  }

  get #isOtherPage(): boolean {
    const { state, why } = this.#found.report;
    return this.#isSettled && state === 'off' && why === 'other page';
  }

  // ── the page as a whole ──────────────────────────────────────────────────────────────────

  /**
   * Whatever was attached in this tab before is gone with the page that held it. After the person's
   * click a page that opens should thank them: where it does not, the background notes the doubt.
   */
  #reportOpening(): void {
    const mark = submitMarker.read(this.#window);
    if (mark) this.#tellOfClick();
    if (mark === 'thanked') this.#tellOfThanks();
    this.#tell('page opened');
    this.#onceLoaded(() => this.#waitForThanks());
    const end = () => clearTimeout(this.#thankYouTimer);
    this.#stop.signal.addEventListener('abort', this.#safely(end));
  }

  #waitForThanks(): void {
    clearTimeout(this.#thankYouTimer);
    const doubt = () => this.#tell('no thank-you here');
    this.#thankYouTimer = setTimeout(this.#safely(doubt), THANK_YOU_MS);
  }

  /**
   * Back to a page that the browser had kept whole, with its files still in the form. The background
   * has forgotten all of it with the page in between. Files that were submitted before it was left
   * are checked anew: the checklist knows by now whether they were sent.
   */
  #comeBack(): void {
    if (this.#isTop) {
      this.#tell('page opened');
      this.#waitForThanks();
    }
    this.#told = '';
    if (this.#isUnsubmitted) this.#panel.send({ type: 'back again' });
    else this.#checkAnew();
  }

  #onceLoaded(work: () => void): void {
    const { signal } = this.#stop;
    if (this.#document.readyState === 'complete') work();
    else this.#window.addEventListener('load', this.#safely(work), { signal });
  }

  /** A panel in the document around this one must not outlive it. */
  #closePanelWithDocument(): void {
    const { signal } = this.#stop;
    const settle = () => {
      this.#isSettled = true;
      this.#look();
    };
    this.#onceLoaded(() => {
      const timer = setTimeout(this.#safely(settle), SETTLED_MS);
      const end = () => clearTimeout(timer);
      signal.addEventListener('abort', this.#safely(end));
    });
    if (this.#isTop) return;
    const close = () => this.#panel.close();
    this.#window.addEventListener('pagehide', this.#safely(close), { signal });
  }

  #recallLearned(): void {
    const recall = (learned: readonly LearnedControl[]) => {
      this.#learned = learned;
      if (learned.length > 0) this.#look();
    };
    this.#deps.learned().then(
      this.#safely(recall),
      () => {}, // it works without, as on the first day
    );
  }

  #look(): FoundPage {
    this.#found = findPage(this.#document, { learned: this.#learned, last: this.#found });
    const { report, roots } = this.#found;
    for (const root of roots) this.#guard?.watchInside(root);
    const isChanged = report.why === 'page changed' && this.#isSettled;
    if (report.state !== 'off' || isChanged) this.#openPanel();
    else if (this.#isIdle) this.#panel.close();
    this.#tellState(report);
    this.#watchForLoss();
    return this.#found;
  }

  /** A page that changes without a new document may take the form away, and bring a fresh one. */
  #watchForLoss(): void {
    const isAway = this.#found.report.state === 'off';
    if (isAway && this.#isUnsubmitted) this.#wasFormAway = true;
    if (isAway || !this.#wasFormAway) return;
    const soon = pause(FORM_BACK_MS, this.#stop.signal);
    const notice = () => this.#noticeLoss();
    soon.then(
      this.#safely(notice),
      () => {}, // stopped meanwhile
    );
  }

  /** The files are with the assistant again, as they were before the page had them. */
  #noticeLoss(): void {
    if (!this.#wasFormAway || this.#found.report.state === 'off') return;
    this.#wasFormAway = false;
    if (!this.#isUnsubmitted || isOnPage(this.#document, this.#attachedNames)) return;
    if (this.#held.length === 0) this.#held = this.#wereHeld;
    this.#nowOnPage([], false);
    this.#panel.send({ type: 'lost by page' });
  }

  #openPanel(): void {
    if (this.#panel.open()) this.#tellPanelAnew();
  }

  /** Nothing of the person's is with the assistant, so it may go when the page goes. */
  get #isIdle(): boolean {
    return this.#held.length === 0 && this.#attachedNames.length === 0;
  }

  #tellState(report: PageReport): void {
    // A page that still loads says nothing yet by what it lacks.
    const isTooEarly = report.state === 'off' && !this.#isSettled && this.#told === '';
    const found = report.signs.map(({ isFound }) => isFound);
    const state = JSON.stringify([report.state, report.why, report.missing, found]);
    if (isTooEarly || state === this.#told) return;
    const isNews = this.#isTop || report.state !== 'off' || this.#told !== '';
    this.#told = state;
    if (this.#panel.isOpen) this.#panel.send({ type: 'page', report });
    // The badge and the popup are a convenience: without them the page's work goes on.
    if (isNews) this.#deps.tellState(report).catch(() => {});
  }

  #tellPanelAnew(): void {
    this.#panel.send({ type: 'page', report: this.#found.report });
    for (const held of this.#held) this.#panel.send(held);
    // What the panel knew of files in the form has gone with it.
    if (this.#isUnsubmitted) this.#checkAnew();
  }

  // ── files ────────────────────────────────────────────────────────────────────────────────

  async #hold(
    target: Target,
    coming: Promise<readonly File[]>,
    when: 'at choice' | 'at submit',
  ): Promise<void> {
    this.#target = target;
    const files = await coming;
    const held = files.map((file): HeldFile => ({ id: `file-${this.#nextId++}`, file }));
    for (const { id, file } of held) this.#originals.set(id, file);
    const message = { type: 'held', files: held, when } as const;
    this.#openPanel();
    this.#held.push(message);
    this.#panel.send(message);
  }

  /** Takes files that got past the guard out of the form. @returns whether there were any */
  #holdUnknown(when: 'at choice' | 'at submit'): boolean {
    if (this.#look().report.state === 'off') return false;
    const isKnown = (file: File) => this.#given.has(file) || this.#mayPass.has(file);
    for (const input of filledInputs(this.#document)) {
      const files = [...(input.files ?? [])];
      if (files.every(isKnown)) continue;
      input.value = '';
      const coming = Promise.resolve(files);
      this.#safely(() => this.#hold({ kind: 'input', input }, coming, when))();
      return true;
    }
    return false;
  }

  #checkAnew(): void {
    this.#given = new KnownFiles();
    this.#holdUnknown('at choice');
  }

  async #attach(prepared: readonly PreparedFile[], description: string): Promise<void> {
    const read = await Promise.all(prepared.map((file) => this.#toFile(file)));
    const files = read.filter((file) => file !== undefined);
    if (files.length < read.length) {
      this.#panel.send({ type: 'handed over', outcome: 'file gone', names: [] });
      return;
    }
    this.#isFilling = true;
    await this.#filler.fill(description);
    const target = this.#presentTarget();
    const names = this.#know(files);
    const outcome = target
      ? await handOver(target, files, this.#handOverOptions())
      : ('refused' as const);
    this.#panel.standAside(false);
    this.#panel.send({ type: 'filled', ...(await this.#filler.readBack()) });
    this.#isFilling = false;
    this.#lateDescription = description;
    const isTaken = outcome === 'in the input' || outcome === 'taken by the page';
    this.#nowOnPage(names, isTaken);
    if (isTaken && this.#held.length > 0) {
      this.#wereHeld = this.#held;
      this.#held = [];
    }
    this.#panel.send({ type: 'handed over', outcome, names: this.#attachedNames });
  }

  /**
   * A file that keeps its name is handed on as it is. Any other is copied into the page's own
   * process first, at most 30 MB of it: Firefox never uploads a large blob that lives in another
   * process, nor posts a form with a File made around another File, and says nothing either time.
   * @returns undefined where the file went away or changed since it was chosen, or is not held
   */
  async #toFile(prepared: PreparedFile): Promise<File | undefined> {
    const source = prepared.kind === 'made' ? prepared.blob : this.#originals.get(prepared.id);
    if (!source) return undefined;
    if (source instanceof File && source.name === prepared.name) return source;
    const bytes = await source.arrayBuffer().catch(() => undefined);
    return bytes && new File([bytes], prepared.name, { type: source.type });
  }

  /** The input the files came from, or, where the page has replaced it since, the one it has now. */
  #presentTarget(): Target | undefined {
    const target = this.#target;
    if (target?.kind === 'drop zone' && target.zone.isConnected) return target;
    if (target?.kind === 'input' && target.input.isConnected) return target;
    const input = this.#look().controls.files;
    return input && { kind: 'input', input };
  }

  async #takeBack(): Promise<void> {
    const target = this.#presentTarget();
    if (target?.kind !== 'input') return;
    const complete = await takeBack(target.input, this.#attachedNames, this.#handOverOptions());
    this.#lateDescription = undefined;
    this.#held = this.#wereHeld;
    this.#nowOnPage(complete ? [] : this.#attachedNames, !complete);
    this.#panel.send({ type: 'taken back', complete });
  }

  /** The person's own files, just as they stood in the page before their click. */
  #putBack(ids: readonly string[]): void {
    const files = ids.flatMap((id) => this.#originals.get(id) ?? []);
    const target = this.#presentTarget();
    if (target?.kind !== 'input' || files.length === 0) return;
    const names = this.#know(files);
    this.#held = [];
    setFiles(target.input, files);
    this.#nowOnPage(names, true);
  }

  /** From now on the page may have them, by the assistant's doing or knowledge. @returns their names */
  #know(files: readonly File[]): string[] {
    return files.map(({ name, size }) => {
      this.#given.add(name, size);
      return name;
    });
  }

  #passed(files: readonly File[]): void {
    this.#nowOnPage(this.#know(files), true);
    this.#panel.send({ type: 'handed over', outcome: 'in the input', names: this.#attachedNames });
  }

  #nowOnPage(names: readonly string[], isUnsubmitted: boolean): void {
    this.#attachedNames = names;
    this.#isUnsubmitted = isUnsubmitted;
    this.#hasWarnedOfEarlyClick = false;
    this.#stopWatchingFiles.abort();
    if (!isUnsubmitted) return;
    this.#stopWatchingFiles = new AbortController();
    const tellFiles = (states: ReadonlyMap<string, PageFileState>) => {
      this.#panel.send({ type: 'page files', states });
    };
    const signal = AbortSignal.any([this.#stop.signal, this.#stopWatchingFiles.signal]);
    watchFileStates(this.#document, names, tellFiles, { signal, safely: this.#safely });
  }

  #handOverOptions() {
    return {
      document: this.#document,
      signal: this.#stop.signal,
      drop: (where: DropTarget, files: readonly File[]) => {
        this.#panel.standAside(true);
        dropInPage(this.#window, where, files);
      },
    };
  }

  // ── the person's click on the page's button ──────────────────────────────────────────────

  /** Stops the click where files got past the guard, and once where the page is not done loading. */
  #maySubmit(): boolean {
    if (this.#isLost()) return true;
    // It looks at the page anew: thanks that stand there now are not for this click.
    if (this.#holdUnknown('at submit')) return false;
    this.#noticeLoss();
    // Asked anew: what was last told may be half a second old, and the page done since.
    const states = readFileStates(this.#document, this.#isUnsubmitted ? this.#attachedNames : []);
    const isReady = [...states.values()].every((state) => state === 'ready');
    if (isReady || this.#hasWarnedOfEarlyClick) return true;
    this.#hasWarnedOfEarlyClick = true;
    this.#panel.send({ type: 'submit stopped' });
    return false;
  }

  #submitted(): void {
    this.#isUnsubmitted = false;
    this.#wereHeld = [];
    this.#lateDescription = undefined;
    this.#stopWatchingFiles.abort();
    clearTimeout(this.#thankYouTimer);
    this.#panel.send({ type: 'submitted' });
    submitMarker.set(this.#window, 'clicked');
    this.#tellOfClick();
  }

  #tellOfClick(): void {
    this.#tell('submit clicked', 'clicked');
  }

  #tellOfThanks(): void {
    this.#tell('thank-you shown', 'thanked');
  }

  /** Takes the mark away once the background has noted what it says. */
  #tell(event: Parameters<PageSideDeps['tell']>[0], mark?: SubmitMark): void {
    this.#safely(async () => {
      const answer = await this.#deps.tell(event);
      if (mark && answer !== 'failed') submitMarker.clear(this.#window, mark);
    })();
  }

  // ── fields ───────────────────────────────────────────────────────────────────────────────

  /** Later steps of a form, and fields that the page opens one after the other. */
  #fillWhatCameLate(): void {
    const description = this.#lateDescription;
    const { purpose, description: field } = this.#found.controls;
    const isStillToFill =
      (purpose && this.#filler.lacks('purpose')) || (field && this.#filler.lacks('description'));
    if (description === undefined || this.#isFilling || !isStillToFill) return;
    this.#safely(() => this.#fill(() => this.#filler.fill(description)))();
  }

  async #fill(fill: () => Promise<void>): Promise<void> {
    this.#isFilling = true;
    try {
      await fill();
      this.#panel.send({ type: 'filled', ...(await this.#filler.readBack()) });
    } finally {
      this.#isFilling = false;
    }
  }

  async #pointAt(control: ControlName): Promise<void> {
    this.#stopPointing.abort();
    this.#stopPointing = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, this.#stopPointing.signal]);
    this.#window.focus(); // Tab goes on from the page, no longer from the panel
    const answer = await askToPointAt(this.#window, control, { signal, safely: this.#safely });
    if (this.#stopPointing.signal.aborted) return;
    const learned = typeof answer === 'object' ? learn(control, answer, Date.now()) : undefined;
    const outcome = typeof answer === 'string' ? answer : learned ? 'learned' : 'not that kind';
    if (learned) {
      this.#learned = [...this.#learned, learned];
      this.#look();
      await this.#deps.learn(learned);
    }
    this.#panel.send({ type: 'pointed', control, outcome });
    this.#panel.focus();
  }

  // ── panel ────────────────────────────────────────────────────────────────────────────────

  async #hear(message: FromAssist): Promise<void> {
    if (this.#stop.signal.aborted) return;
    switch (message.type) {
      case 'attach':
        await this.#attach(message.files, message.description);
        break;
      case 'fill description':
        await this.#fill(() => this.#filler.replaceDescription(message.description));
        break;
      case 'take back':
        await this.#takeBack();
        break;
      case 'put back':
        this.#putBack(message.ids);
        break;
      case 'let pass':
        this.#mayPass.add(message.name, message.bytes);
        break;
      case 'point at':
        await this.#pointAt(message.control);
        break;
      case 'stop pointing':
        this.#stopPointing.abort();
        break;
      case 'let go':
        this.#held = [];
        this.#wereHeld = [];
        break;
      case 'focus page':
        if (this.#target?.kind === 'input') this.#target.input.focus();
        break;
      case 'focus another upload':
        this.#window.focus(); // away from the panel, into this frame
        this.#look().signs['another upload']?.focus();
        break;
      case 'give up':
        this.#giveUp(new Error('The panel stopped.'));
        break;
    }
  }

  /** Without the extension nobody checks files any more, so they are no longer stopped. */
  #isLost(): boolean {
    const isLost = this.#deps.isContextLost();
    if (isLost) this.#giveUp(new Error('The extension was updated or removed.'));
    return isLost;
  }

  /**
   * The error itself goes nowhere: it might hold a file's name, and the person cannot use it. What
   * breaks on the way out only makes the last words more needed.
   */
  #giveUp(_error: unknown): void {
    const { signal } = this.#stop;
    if (signal.aborted) return;
    this.#stop.abort();
    const { stopped, updated, close } = this.#deps.words;
    let text = stopped;
    try {
      const isSilent = !this.#panel.isOpen && this.#held.length === 0;
      this.#panel.close();
      if (isSilent) return;
      if (this.#deps.isContextLost()) text = updated;
    } catch {}
    sayLast(this.#window, text, close);
  }
}
