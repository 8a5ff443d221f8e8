import type { AttachedFile } from '../ledger/attached-file.ts';
import type { SentMessage } from '../messaging/messages.ts';
import type { ChosenWhen, FromPanel, NotRecorded } from '../messaging/page-port.ts';
import type { MarkWords } from '../upload-page/field-marks.ts';
import { fieldMarks } from '../upload-page/field-marks.ts';
import { FieldFiller } from '../upload-page/fill.ts';
import type { FoundPage } from '../upload-page/find-controls.ts';
import { findPage, NOTHING_FOUND } from '../upload-page/find-controls.ts';
import type { LearnedControl } from '../upload-page/learned-control.ts';
import type { PageReport } from '../upload-page/page-state.ts';
import { safelyWith } from '../upload-page/safely.ts';
import { sayLast } from './banner.ts';
import type { Proof, ToldOfFiles } from './files-on-page.ts';
import { FormFields } from './form-fields.ts';
import type { Guard } from './guard.ts';
import { installGuard } from './guard.ts';
import { watchForNewerRun } from './newer-run.ts';
import { PageFiles } from './page-files.ts';
import type { ToldOfPage } from './page-lifetime.ts';
import { PageLifetime } from './page-lifetime.ts';
import { outermostDocument, removeLeftovers } from './panel-host.ts';
import { PanelLink } from './panel-link.ts';
import { Pointing } from './pointing.ts';
import { warnOnLeaving } from './warn-on-leaving.ts';
import type { Sight } from './watch-page.ts';
import { watchPage } from './watch-page.ts';
import { watchSubmission } from './watch-submission.ts';

/** What the page side needs from the world around it. */
export interface PageSideDeps {
  readonly window: Window;
  readonly frameUrl: string;
  readonly issueToken: () => Promise<string>;
  /** These files are about to stand on the page. Never rejects. */
  readonly announce: (files: readonly AttachedFile[]) => Promise<Proof | NotRecorded>;
  /** @returns whether the background has noted it */
  readonly tell: (message: SentMessage<ToldOfFiles | ToldOfPage>) => Promise<boolean>;
  readonly tellState: (report: PageReport) => Promise<unknown>;
  /** What people pointed at before. */
  readonly learned: () => Promise<readonly LearnedControl[]>;
  readonly learn: (learned: LearnedControl) => Promise<unknown>;
  /** The extension was updated or removed under a page that is still open. */
  readonly isContextLost: () => boolean;
  readonly words: MarkWords & {
    readonly panelTitle: string;
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
 * The assistant's hands on the page: guards the choice of files, hands them to the panel, and does
 * what the panel asks. It decides nothing about files.
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
  readonly #document: Document;
  /** Ends the assistant on this page, when it gives up. */
  readonly #stop = new AbortController();
  /** Ends the checking of files. What stands on the page is still told. */
  readonly #stopGuarding = new AbortController();
  readonly #safely = safelyWith(() => this.#giveUp());
  readonly #panel: PanelLink;
  readonly #fields: FormFields;
  readonly #files: PageFiles;
  readonly #pointing: Pointing;
  readonly #lifetime: PageLifetime;
  #guard: Guard | undefined;
  #found: FoundPage = NOTHING_FOUND;
  #learned: readonly LearnedControl[] = [];
  /** How the page stood when it was last told, to tell each change once. */
  #told = '';

  constructor(deps: PageSideDeps) {
    const { window, words } = deps;
    const living = { window, signal: this.#stop.signal, safely: this.#safely };
    this.#deps = deps;
    this.#document = window.document;
    this.#panel = new PanelLink({
      ...living,
      document: outermostDocument(window),
      frameUrl: deps.frameUrl,
      title: words.panelTitle,
      issueToken: deps.issueToken,
      hasFiles: () => this.#files.isHeld,
      onMessage: (message) => this.#hear(message),
      onRestart: () => this.#tellPanelAgain(),
      onFailure: () => this.#standAside(),
    });
    this.#fields = new FormFields({
      filler: new FieldFiller({
        ...living,
        find: () => this.#look().controls,
        marks: fieldMarks(words, living),
      }),
      safely: this.#safely,
      onLate: (fields) => this.#panel.send({ type: 'filled', ...fields }),
    });
    this.#files = new PageFiles({
      ...living,
      fileInput: () => this.#look().controls.files,
      fields: this.#fields,
      say: (message) => {
        if (message.type === 'chosen') this.#openPanel();
        this.#panel.send(message);
      },
      standAside: (isAside) => this.#panel.standAside(isAside),
      announce: deps.announce,
      tell: deps.tell,
    });
    this.#pointing = new Pointing({
      ...living,
      onLearned: (learned) => {
        this.#learned = [...this.#learned, learned];
        this.#look();
        return deps.learn(learned);
      },
      onOutcome: (control, outcome) => {
        this.#panel.send({ type: 'pointed', control, outcome });
        this.#panel.focus();
      },
    });
    this.#lifetime = new PageLifetime({
      ...living,
      tell: deps.tell,
      isUploadPage: () => this.#found.report.state !== 'off',
      isUnsubmitted: () => this.#files.isUnsubmitted,
      onSettled: () => this.#look(),
      onFormBack: () => this.#files.noticeLoss(),
      onShownAgain: () => {
        this.#told = '';
        if (this.#files.isUnsubmitted) this.#files.shownAgain();
        else if (this.#mayHold()) this.#files.checkAgain();
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
      mayPass: (files) => this.#files.mayPass(files),
      onHeld: this.#safely((target, files) => this.#files.hold(target, files, 'at choice')),
      onPassed: (files) => this.#files.passed(files),
    });
    const submission = watchSubmission({
      ...living,
      submitButton: () => this.#found.controls.submit,
      isThanked: () => this.#found.signs.confirmation !== undefined,
      mayGo: () => this.#maySubmit(),
      onSubmit: () => {
        this.#fields.forget();
        this.#lifetime.submitted();
        watched.hearAgain();
      },
      onThankYou: () => {
        this.#lifetime.thanked();
        this.#files.thanked();
      },
    });
    warnOnLeaving(window, living, () => this.#files.isUnsubmitted);
    const isUpdated = removeLeftovers(this.#document);
    this.#lifetime.begin();
    const look = (): Sight => {
      const before = this.#told;
      this.#look();
      submission.look();
      this.#fields.fillLate(this.#found.controls);
      if (this.#told !== before) return 'news';
      return this.#found.report.state === 'on' || this.#isOtherPage ? 'settled' : 'open';
    };
    const watched = watchPage({
      ...living,
      document: this.#document,
      look,
      isAwaited: submission.isAwaited,
    });
    if (isUpdated) this.#panel.send({ type: 'updated' });
    // A browser that goes back, reloads or restores a page may put its files in again.
    this.#lifetime.onceLoaded(() => this.#holdUnknown('at choice'));
    this.#recallLearned();
    if (!this.#lifetime.isTop) this.#closePanelWithDocument();
  }

  get #isOtherPage(): boolean {
    const { state, why } = this.#found.report;
    return this.#lifetime.isSettled && state === 'off' && why === 'other page';
  }

  /** A panel in the document around this one must not outlive it. */
  #closePanelWithDocument(): void {
    const close = this.#safely(() => this.#panel.close());
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

  #look(): FoundPage {
    this.#found = findPage(this.#document, {
      learned: this.#learned,
      wasUploadPage: this.#found.report.state !== 'off',
    });
    const { report, roots } = this.#found;
    for (const root of roots) this.#guard?.watchInside(root);
    const isChanged = report.why === 'page changed' && this.#lifetime.isSettled;
    if (report.state !== 'off' || isChanged) this.#openPanel();
    else if (this.#files.isIdle) this.#panel.close();
    this.#tellState(report);
    this.#lifetime.watchForLoss();
    return this.#found;
  }

  #openPanel(): void {
    if (this.#panel.open()) this.#tellPanelAgain();
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
    if (this.#panel.isOpen) this.#panel.send({ type: 'page', report });
    // The badge and the popup are a convenience: without them the page's work goes on.
    if (isNews) this.#deps.tellState(report).catch(() => {});
  }

  #tellPanelAgain(): void {
    this.#panel.send({ type: 'page', report: this.#found.report });
    this.#files.tellAgain();
  }

  /** Stops the click where files got past the guard, and once where the page is not done loading. */
  #maySubmit(): boolean {
    if (this.#isLost()) return true;
    // It looks at the page again: thanks that stand there now are not for this click.
    if (this.#holdUnknown('at submit')) return false;
    this.#lifetime.noticeFormBack();
    // Without a panel nobody could say why the click was stopped.
    return this.#files.click() || this.#isAside;
  }

  #holdUnknown(when: ChosenWhen): boolean {
    return this.#mayHold() && this.#files.holdUnknown(when);
  }

  /** Files in the form may be taken out of it to be checked. */
  #mayHold(): boolean {
    const isUploadPage = this.#look().report.state !== 'off';
    return isUploadPage && !this.#isAside;
  }

  get #isAside(): boolean {
    return this.#stopGuarding.signal.aborted;
  }

  #hear(message: FromPanel): unknown {
    if (this.#stop.signal.aborted) return undefined;
    switch (message.type) {
      case 'copy':
        return this.#files.copy(message);
      case 'attach':
        return this.#files.attach(message);
      case 'attach again':
        return this.#files.attachAgain(message.names);
      case 'fill description':
        return this.#replaceDescription(message.description);
      case 'take back':
        this.#fields.forget();
        return this.#files.takeBack();
      case 'put back':
        return this.#files.putBack(message.ids, message.rules);
      case 'let pass':
        return this.#files.letPass(message.record);
      case 'let go':
        return this.#files.letGo();
      case 'point at':
        return this.#pointing.at(message.control);
      case 'stop pointing':
        return this.#pointing.stop();
      case 'focus page':
        return this.#files.focusTarget();
      case 'focus another upload':
        this.#deps.window.focus(); // away from the panel, into this frame
        return this.#look().signs['another upload']?.focus();
      case 'give up':
        return this.#standAside();
      default:
        return undefined; // for the link itself
    }
  }

  async #replaceDescription(description: string): Promise<void> {
    const fields = await this.#fields.replaceDescription(description);
    this.#panel.send({ type: 'filled', ...fields });
  }

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
    if (this.#isAside) return;
    const { stopped, filesBack, close } = this.#deps.words;
    const { isHeld } = this.#files;
    const isSilent = !this.#panel.isOpen && !isHeld;
    this.#stopGuarding.abort();
    this.#panel.end();
    this.#files.panelGone();
    if (!isSilent) sayLast(this.#deps.window, isHeld ? filesBack : stopped, close);
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
      const { isHeld } = this.#files;
      const isSilent = !this.#panel.isOpen && !isHeld;
      this.#files.panelGone();
      this.#stop.abort();
      this.#panel.close();
      if (isSilent) return;
      if (isHeld) text = filesBack;
      if (this.#deps.isContextLost()) text = updated;
    } catch {
      this.#stop.abort();
    }
    sayLast(this.#deps.window, text, close);
  }
}
