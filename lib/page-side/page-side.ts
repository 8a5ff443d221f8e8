import type { Answer, Payload, SentMessage } from '../messaging/messages.ts';
import type { ChosenWhen, NotRecorded } from '../messaging/page-port.ts';
import { collectCandidates } from '../upload-page/collect-controls.ts';
import { CONTROLS } from '../upload-page/controls/all-controls.ts';
import type { FoundPage } from '../upload-page/find-controls.ts';
import { findPage, NOTHING_FOUND } from '../upload-page/find-controls.ts';
import type { LearnedControl } from '../upload-page/learned-control.ts';
import type { PageReport } from '../upload-page/page-state.ts';
import { openRoots } from '../upload-page/roots.ts';
import { safelyWith } from '../upload-page/safely.ts';
import { sayLast } from './banner.ts';
import type { Guard, Target } from './guard.ts';
import { installGuard } from './guard.ts';
import { keepAwake } from './keep-awake.ts';
import { removeLeftovers } from './leftovers.ts';
import { watchForNewerRun } from './newer-run.ts';
import type { ToldOfPage } from './page-lifetime.ts';
import { PageLifetime } from './page-lifetime.ts';
import { putBack } from './set-files.ts';
import type { UploadWork, UploadWorkOptions } from './upload-work.ts';
import { warnOnLeaving } from './warn-on-leaving.ts';
import type { Sight } from './watch-page.ts';
import { watchPage } from './watch-page.ts';
import { watchSubmission } from './watch-submission.ts';

/** What the page side needs from the world around it. */
export interface PageSideDeps
  extends Pick<UploadWorkOptions, 'window' | 'frameUrl' | 'newProof' | 'issueToken'> {
  /** Loads the part for the upload page. */
  readonly loadUploadWork: () => Promise<new (options: UploadWorkOptions) => UploadWork>;
  readonly announce: (
    payload: Payload<'submission announced'>,
  ) => Promise<Answer<'submission announced'>>;
  /** @returns whether the background has noted it */
  readonly tell: UploadWorkOptions['tell'] &
    ((message: SentMessage<ToldOfPage>) => Promise<boolean>);
  /** The page's answer to a click is still to come. */
  readonly tellAwaited: () => Promise<unknown>;
  readonly tellState: (report: PageReport) => Promise<unknown>;
  /** The person was not told yet what became of a submission on this page. */
  readonly hasOutcome: () => Promise<boolean>;
  /** What people pointed at before. */
  readonly learned: () => Promise<readonly LearnedControl[]>;
  readonly learn: (learned: LearnedControl) => Promise<unknown>;
  /** The extension was updated or removed under a page that is still open. */
  readonly isContextLost: () => boolean;
  readonly words: UploadWorkOptions['words'] & {
    readonly stopped: string;
    /** Nothing was checked, and the person's own files are back in the form. */
    readonly filesBack: string;
    readonly updated: string;
    readonly close: string;
  };
}

declare global {
  /** In the content script's own world, which no page sees. Ends with the run at work in it. */
  var uploadAssistantRun: AbortSignal | undefined;
}

/**
 * The assistant's watch on a page of the site: recognizes the upload page, guards the choice of files
 * there, and sees the person's click and the page's thanks. All else is done by upload-work.ts.
 *
 * If anything in here breaks, the guard goes away and a banner says so: the page comes first. So all
 * that the browser calls goes through `safely`. Where the script is run twice, the first run stays,
 * with the files that it holds.
 */
export function startPageSide(deps: PageSideDeps): void {
  if (globalThis.uploadAssistantRun?.aborted === false) return;
  globalThis.uploadAssistantRun = new PageSide(deps).start();
}

/** Files that the guard holds while the part for the upload page is loaded. */
interface Waiting {
  readonly target: Target;
  readonly coming: Promise<readonly File[]>;
}

class PageSide {
  readonly #deps: PageSideDeps;
  readonly #document: Document;
  /** Ends the assistant on this page, when it gives up. */
  readonly #stop = new AbortController();
  /** Ends the checking of files. What stands on the page is still told. */
  readonly #stopGuarding = new AbortController();
  readonly #safely = safelyWith(() => this.#giveUp());
  readonly #lifetime: PageLifetime;
  #loading: Promise<void> | undefined;
  #work: UploadWork | undefined;
  #waiting: Waiting[] = [];
  #guard: Guard | undefined;
  #found: FoundPage = NOTHING_FOUND;
  #learned: readonly LearnedControl[] = [];
  /** The panel is on a page without the form, to say what became of a submission. */
  #isTellingOutcome = false;
  /** Counts the clicks on the page's button. The background is kept awake for the last one only. */
  #clicks = 0;
  /** How the page stood when it was last told, to tell each change once. */
  #told = '';

  constructor(deps: PageSideDeps) {
    const { window, tell } = deps;
    this.#deps = deps;
    this.#document = window.document;
    this.#lifetime = new PageLifetime({
      window,
      signal: this.#stop.signal,
      safely: this.#safely,
      tell,
      isUploadPage: () => this.#found.report.state !== 'off',
      isUnsubmitted: () => this.#isUnsubmitted,
      onUnthanked: () => this.#showOutcome(),
      onSettled: () => this.#look(),
      onFormBack: () => this.#work?.noticeLoss(),
      onShownAgain: () => {
        this.#told = '';
        this.#shownAgain();
      },
    });
  }

  start(): AbortSignal {
    this.#safely(() => this.#begin())();
    return this.#stop.signal;
  }

  #begin(): void {
    const { window } = this.#deps;
    const living = { window, signal: this.#stop.signal, safely: this.#safely };
    watchForNewerRun(this.#document, living, () => this.#isLost());
    this.#guard = installGuard({
      ...living,
      signal: AbortSignal.any([living.signal, this.#stopGuarding.signal]),
      isUploadPage: () => !this.#isLost() && this.#look().report.state !== 'off',
      mayPass: (files) => this.#work?.mayPass(files) ?? false,
      onHeld: this.#safely((target, coming) => this.#hold(target, coming)),
      onPassed: (files) => this.#work?.passed(files),
    });
    const submission = watchSubmission({
      ...living,
      submitButton: () => this.#found.controls.submit,
      isThanked: () => this.#found.signs.confirmation !== undefined,
      mayGo: () => this.#maySubmit(),
      onSubmit: () => {
        this.#lifetime.answered();
        watched.hearAgain();
        this.#clicks += 1;
        const click = this.#clicks;
        const isAwaited = () => submission.isAwaited() && click === this.#clicks;
        const { tellAwaited } = this.#deps;
        this.#safely(() => keepAwake({ ...living, isAwaited, tellAwaited }))();
      },
      onThankYou: () => this.#thanked(),
    });
    warnOnLeaving(window, living, () => this.#isUnsubmitted);
    const isUpdated = removeLeftovers(this.#document);
    this.#lifetime.begin();
    const look = (): Sight => {
      const before = this.#told;
      const found = this.#look();
      submission.look();
      this.#work?.looked(found);
      if (this.#told !== before) return 'news';
      return found.report.state === 'on' || this.#isOtherPage ? 'settled' : 'open';
    };
    const watched = watchPage({
      ...living,
      document: this.#document,
      look,
      isAwaited: submission.isAwaited,
    });
    if (isUpdated) this.#withWork((work) => work.tellPanelOfUpdate());
    // A browser that goes back, reloads or restores a page may put its files in again.
    this.#lifetime.onceLoaded(() => {
      if (this.#look().report.state !== 'off') this.#withWork(() => this.#holdUnknown('at choice'));
    });
    this.#recallLearned();
    if (!this.#lifetime.isTop) this.#closePanelWithDocument();
  }

  get #isOtherPage(): boolean {
    const { state, why } = this.#found.report;
    return this.#lifetime.isSettled && state === 'off' && why === 'other page';
  }

  get #isUnsubmitted(): boolean {
    return this.#work?.isUnsubmitted ?? false;
  }

  get #isAside(): boolean {
    return this.#stopGuarding.signal.aborted;
  }

  /** A panel in the document around this one must not outlive it. */
  #closePanelWithDocument(): void {
    const close = this.#safely(() => this.#work?.closePanel());
    this.#deps.window.addEventListener('pagehide', close, { signal: this.#stop.signal });
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

  // ── the part for the upload page ─────────────────────────────────────────────────────────

  /** Loads it the first time. Where that fails, the person's files go to the page as they are. */
  #withWork(work: (loaded: UploadWork) => unknown): void {
    this.#loading ??= this.#load();
    // What it returns is a promise in some cases, and `safely` must see how that ends.
    const go = () => (this.#work && !this.#stop.signal.aborted ? work(this.#work) : undefined);
    if (this.#work) {
      this.#safely(go)();
      return;
    }
    const fail = () => this.#standAside();
    this.#loading.then(this.#safely(go), this.#safely(fail));
  }

  async #load(): Promise<void> {
    const { window, frameUrl, newProof, issueToken, tell, learn, words } = this.#deps;
    const Work = await this.#deps.loadUploadWork();
    if (this.#stop.signal.aborted) return;
    this.#work = new Work({
      window,
      frameUrl,
      newProof,
      issueToken,
      announce: (proof, files) => this.#announce({ ...proof, files }),
      tell,
      words,
      signal: this.#stop.signal,
      safely: this.#safely,
      look: () => this.#look(),
      legend: () => this.#found.signs.legend,
      candidates: (control) => collectCandidates(openRoots(window.document), CONTROLS[control]),
      onLearned: (learned) => {
        this.#learned = [...this.#learned, learned];
        this.#look();
        return learn(learned);
      },
      isLost: () => this.#isLost(),
      onPanelGone: () => this.#standAside(),
    });
  }

  /** Without the background files go to the page all the same; the person is told. */
  async #announce(payload: Payload<'submission announced'>): Promise<'announced' | NotRecorded> {
    const answer = await this.#deps.announce(payload).catch(() => undefined);
    if (answer?.kind === 'announced') return 'announced';
    return answer?.why === 'private window' ? 'private window' : 'not recorded';
  }

  // ── the page as it is now ────────────────────────────────────────────────────────────────

  #look(): FoundPage {
    this.#found = findPage(this.#document, { learned: this.#learned, last: this.#found });
    const { report, roots } = this.#found;
    for (const root of roots) this.#guard?.watchInside(root);
    const isChanged = report.why === 'page changed' && this.#lifetime.isSettled;
    if (report.state !== 'off') this.#isTellingOutcome = false;
    if (report.state !== 'off' || isChanged) this.#showPanel();
    else if (!this.#isTellingOutcome) this.#work?.closePanelIfIdle();
    this.#tellState(report);
    this.#lifetime.watchForLoss();
    return this.#found;
  }

  #showPanel(): void {
    if (this.#isAside || this.#work?.isPanelOpen) return;
    if (this.#work) this.#work.openPanel();
    else if (!this.#loading) this.#withWork((work) => work.openPanel());
  }

  #tellState(report: PageReport): void {
    const { isTop, isSettled } = this.#lifetime;
    // A page that still loads says nothing yet by what it lacks.
    const isTooEarly = report.state === 'off' && !isSettled && this.#told === '';
    const found = report.signs.map(({ isFound }) => isFound);
    const state = JSON.stringify([report.state, report.why, report.missing, found]);
    if (isTooEarly || state === this.#told) return;
    const isNews = isTop || report.state !== 'off' || this.#told !== '';
    this.#told = state;
    this.#work?.tellPanelOfPage(report);
    // The badge and the popup are a convenience: without them the page's work goes on.
    if (isNews) this.#deps.tellState(report).catch(() => {});
  }

  // ── files, the click and the thanks ──────────────────────────────────────────────────────

  #hold(target: Target, coming: Promise<readonly File[]>): void {
    const waiting = { target, coming };
    this.#waiting.push(waiting);
    this.#withWork((work) => {
      this.#waiting = this.#waiting.filter((one) => one !== waiting);
      return work.hold(target, coming);
    });
  }

  #holdUnknown(when: ChosenWhen): boolean {
    return this.#mayHold() && (this.#work?.holdUnknown(when) ?? false);
  }

  /** Files in the form may be taken out of it to be checked. */
  #mayHold(): boolean {
    const isUploadPage = this.#look().report.state !== 'off';
    return isUploadPage && !this.#isAside;
  }

  #shownAgain(): void {
    if (this.#isUnsubmitted) this.#work?.shownAgain();
    else if (this.#mayHold()) this.#withWork((work) => work.checkAgain());
  }

  /** Stops the click where files got past the guard, and once where the page is not done loading. */
  #maySubmit(): boolean {
    if (this.#isLost()) return true;
    // It looks at the page again: thanks that stand there now are not for this click.
    if (this.#holdUnknown('at submit')) return false;
    this.#lifetime.noticeFormBack();
    // Without a panel nobody could say why the click was stopped.
    return (this.#work?.clicked() ?? true) || this.#isAside;
  }

  #thanked(): void {
    this.#lifetime.answered();
    if (this.#work) this.#work.thanked();
    else this.#safely(() => this.#deps.tell({ name: 'thanks shown', payload: {} }))();
    this.#showOutcome();
  }

  /** The page that answers a submission may have no form, and so no panel. */
  #showOutcome(): void {
    const show = (isThere: boolean) => {
      if (!isThere) return;
      this.#isTellingOutcome = true;
      this.#showPanel();
    };
    this.#deps.hasOutcome().then(
      this.#safely(show),
      () => {}, // the checklist says it, too
    );
  }

  // ── the end ──────────────────────────────────────────────────────────────────────────────

  /** Without the extension nobody checks files any more, so they are no longer stopped. */
  #isLost(): boolean {
    const isLost = this.#deps.isContextLost();
    if (isLost) this.#giveUp();
    return isLost;
  }

  /**
   * There is no panel any more to check files: from now on the person's files pass. What the page has
   * been given before is still told to the background, down to its thanks.
   */
  #standAside(): void {
    if (this.#isAside || this.#isLost()) return;
    const { stopped, filesBack, close } = this.#deps.words;
    const isSilent = this.#isSilent;
    this.#stopGuarding.abort();
    const isGivenBack = this.#giveFilesBack();
    if (isSilent) return;
    sayLast(this.#deps.window, isGivenBack ? filesBack : stopped, close);
  }

  /**
   * Why it gives up is told to nobody: an error might hold a file's name, and the person cannot use
   * it. Whatever breaks on the way out only makes the last words more needed.
   */
  #giveUp(): void {
    const { signal } = this.#stop;
    if (signal.aborted) return;
    const { stopped, filesBack, updated, close } = this.#deps.words;
    let text = stopped;
    try {
      const isSilent = this.#isSilent;
      if (this.#giveFilesBack()) text = filesBack;
      this.#stop.abort();
      if (isSilent) return;
      if (this.#deps.isContextLost()) text = updated;
    } catch {
      this.#stop.abort();
    }
    sayLast(this.#deps.window, text, close);
  }

  /** The person has no files with the assistant, and has not seen it here. */
  get #isSilent(): boolean {
    const isHeld = this.#waiting.length > 0 || this.#work?.isHeld === true;
    const isSeen = this.#work ? this.#work.isPanelOpen : this.#loading !== undefined;
    return !isHeld && !isSeen;
  }

  /** @returns whether the page got any of the person's own files */
  #giveFilesBack(): boolean {
    const isFromPanel = this.#work?.endPanel() ?? false;
    const waiting = this.#waiting.splice(0);
    for (const { target, coming } of waiting) {
      const back = (files: readonly File[]) => putBack(this.#deps.window, target, files);
      void coming.then(back, () => {});
    }
    return isFromPanel || waiting.length > 0;
  }
}
