import type { Connect, FromAssist, FromPage, PreparedFile } from '../messaging/page-port.ts';
import { showBanner } from '../upload-page/banner.ts';
import type { MarkWords } from '../upload-page/field-marks.ts';
import { fieldMarks } from '../upload-page/field-marks.ts';
import { fillDescription, fillPurpose, replaceDescription } from '../upload-page/fill.ts';
import type { FoundPage } from '../upload-page/find-controls.ts';
import { findPage } from '../upload-page/find-controls.ts';
import type { Target } from '../upload-page/guard.ts';
import { installGuard } from '../upload-page/guard.ts';
import type { DropTarget } from '../upload-page/hand-over.ts';
import { handOver, takeBack } from '../upload-page/hand-over.ts';
import { dropInPage } from '../upload-page/page-drop.ts';
import type { PanelHost } from '../upload-page/panel-host.ts';
import { createPanelHost } from '../upload-page/panel-host.ts';
import { submitMarker } from '../upload-page/submit-marker.ts';
import { warnOnLeaving } from '../upload-page/warn-on-leaving.ts';
import { watchSubmission } from '../upload-page/watch-submission.ts';

/** What the page side needs from the world around it. */
export interface PageSideDeps {
  readonly window: Window;
  readonly signal: AbortSignal;
  readonly frameUrl: string;
  readonly issueToken: () => Promise<string>;
  readonly tell: (
    event: 'page opened' | 'submit clicked' | 'thank-you shown' | 'no thank-you here',
  ) => Promise<unknown>;
  /** The extension was updated or removed under a page that is still open. */
  readonly isContextLost: () => boolean;
  readonly words: MarkWords & {
    readonly panelTitle: string;
    readonly stopped: string;
    readonly updated: string;
    readonly close: string;
  };
}

/** The panel must answer within this time, or the person is told that nothing was checked. */
const PANEL_ANSWER_MS = 20_000;
/** A page that has been complete for so long and has not thanked by then is not the thank-you page. */
const THANK_YOU_MS = 5_000;
/** A page that changes all the time is looked at this often, and no more. */
const LOOK_AGAIN_MS = 200;

/**
 * The assistant's hands on the page: guards the choice of files, hands them to the panel's frame,
 * and does what the frame asks: attach, fill, take back. It decides nothing about files.
 *
 * If anything in here breaks, the guard goes away and a banner says so: the page comes first.
 */
export function startPageSide(deps: PageSideDeps): void {
  new PageSide(deps).start();
}

class PageSide {
  readonly #deps: PageSideDeps;
  readonly #window: Window;
  readonly #document: Document;
  /** Ends the assistant on this page: with the extension's own context, or when it gives up. */
  readonly #stop = new AbortController();
  readonly #originals = new Map<string, File>();
  readonly #mayPass: { name: string; bytes: number }[] = [];
  #found: FoundPage = {
    report: { state: 'off', missing: [], controls: [] },
    controls: {},
  };
  #target: Target | undefined;
  #attachedNames: readonly string[] = [];
  #panel: PanelHost | undefined;
  #port: MessagePort | undefined;
  #waitingForPanel: FromPage[] = [];
  #isPanelReady = false;
  /** Files stand in the form, and the person has not clicked the page's button yet. */
  #isUnsubmitted = false;
  #thankYouTimer: ReturnType<typeof setTimeout> | undefined;
  #nextId = 1;

  constructor(deps: PageSideDeps) {
    this.#deps = deps;
    this.#window = deps.window;
    this.#document = deps.window.document;
  }

  start(): void {
    const { signal } = this.#stop;
    this.#deps.signal.addEventListener('abort', () => this.#stop.abort(), { signal });
    installGuard({
      window: this.#window,
      signal,
      isUploadPage: () => this.#look().report.state !== 'off',
      mayPass: (files) => files.length > 0 && files.every((file) => this.#isKnown(file)),
      onHeld: (target, files) => void this.#hold(target, files),
      onPassed: (files) => this.#passed(files),
      onFailure: (error) => this.#giveUp(error),
    });
    const submission = watchSubmission({
      window: this.#window,
      signal,
      submitButton: () => this.#found.controls.submit,
      onSubmit: () => {
        this.#isUnsubmitted = false;
        clearTimeout(this.#thankYouTimer);
        this.#send({ type: 'submitted' });
        submitMarker.set(this.#window);
        this.#tellOfClick();
      },
      onThankYou: () => {
        clearTimeout(this.#thankYouTimer);
        this.#send({ type: 'confirmed' });
        this.#tell('thank-you shown');
      },
    });
    warnOnLeaving(this.#window, signal, () => this.#isUnsubmitted);
    if (this.#window === this.#window.top) this.#reportOpening();
    const look = () => {
      this.#look();
      submission.look();
    };
    this.#watchPage(look, submission.isAwaited);
  }

  /**
   * Whatever was attached in this tab before is gone with the page that held it. After the person's
   * click a page that opens should thank them: where it does not, the background notes the doubt.
   */
  #reportOpening(): void {
    const { signal } = this.#stop;
    const waitForThanks = () => {
      clearTimeout(this.#thankYouTimer);
      this.#thankYouTimer = setTimeout(() => this.#tell('no thank-you here'), THANK_YOU_MS);
    };
    if (submitMarker.isSet(this.#window)) this.#tellOfClick();
    this.#tell('page opened');
    if (this.#document.readyState === 'complete') waitForThanks();
    else this.#window.addEventListener('load', waitForThanks, { signal });
    // Back to a page that the browser had kept whole, with its files still in the form.
    this.#window.addEventListener('pageshow', ({ persisted }) => persisted && waitForThanks(), {
      signal,
    });
    signal.addEventListener('abort', () => clearTimeout(this.#thankYouTimer));
  }

  /**
   * Calls `look` now, when the document is complete, and after changes: at most every 200 ms, or at
   * once while `isUrgent`.
   */
  #watchPage(look: () => void, isUrgent: () => boolean): void {
    const { signal } = this.#stop;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const safely = () => {
      timer = undefined;
      if (signal.aborted || !this.#document.body) return;
      try {
        look();
      } catch (error) {
        this.#giveUp(error);
      }
    };
    const observer = new MutationObserver(() => {
      if (isUrgent()) safely();
      else timer ??= setTimeout(safely, LOOK_AGAIN_MS);
    });
    observer.observe(this.#document, { childList: true, subtree: true });
    this.#document.addEventListener('DOMContentLoaded', safely, { signal });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(timer);
    });
    safely();
  }

  #look(): FoundPage {
    const before = this.#found.report;
    this.#found = findPage(this.#document);
    const { report } = this.#found;
    if (report.state !== 'off') this.#openPanel();
    if (report.state !== before.state || report.missing.join() !== before.missing.join()) {
      this.#send({ type: 'page', report });
    }
    return this.#found;
  }

  // ── files ────────────────────────────────────────────────────────────────────────────────

  async #hold(target: Target, coming: Promise<readonly File[]>): Promise<void> {
    try {
      this.#target = target;
      const files = await coming;
      const held = files.map((file) => ({ id: `file-${this.#nextId++}`, file }));
      for (const { id, file } of held) this.#originals.set(id, file);
      this.#openPanel();
      this.#send({ type: 'held', files: held });
    } catch (error) {
      this.#giveUp(error);
    }
  }

  async #attach(prepared: readonly PreparedFile[], description: string): Promise<void> {
    const files = await Promise.all(prepared.map((file) => this.#toFile(file))).catch(
      () => undefined,
    );
    if (!files) {
      this.#send({ type: 'handed over', outcome: 'file gone', names: [] });
      return;
    }
    this.#fill(description);
    const target = this.#presentTarget();
    const outcome = target
      ? await handOver(target, files, this.#handOverOptions())
      : ('refused' as const);
    this.#panel?.standAside(false);
    this.#attachedNames = files.map(({ name }) => name);
    this.#isUnsubmitted = outcome === 'in the input' || outcome === 'taken by the page';
    this.#send({ type: 'handed over', outcome, names: this.#attachedNames });
  }

  /**
   * A file that keeps its name is handed on as it is. Any other is copied into the page's own
   * process first, at most 30 MB of it: Firefox never uploads a large blob that lives in another
   * process, nor posts a form with a File made around another File, and says nothing either time.
   */
  async #toFile(prepared: PreparedFile): Promise<File> {
    const source = prepared.kind === 'made' ? prepared.blob : this.#originals.get(prepared.id);
    if (!source) throw new Error('An original file is no longer held.');
    if (source instanceof File && source.name === prepared.name) return source;
    return new File([await source.arrayBuffer()], prepared.name, { type: source.type });
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
    this.#isUnsubmitted = !complete;
    this.#send({ type: 'taken back', complete });
  }

  #handOverOptions() {
    return {
      document: this.#document,
      signal: this.#stop.signal,
      drop: (where: DropTarget, files: readonly File[]) => {
        this.#panel?.standAside(true);
        dropInPage(this.#window, where, files);
      },
    };
  }

  #isKnown(file: File): boolean {
    return this.#mayPass.some(({ name, bytes }) => name === file.name && bytes === file.size);
  }

  #passed(files: readonly File[]): void {
    this.#attachedNames = files.map(({ name }) => name);
    this.#isUnsubmitted = true;
    this.#send({ type: 'handed over', outcome: 'in the input', names: this.#attachedNames });
  }

  // ── fields ───────────────────────────────────────────────────────────────────────────────

  #fill(description: string): void {
    const { controls } = this.#look();
    this.#send({
      type: 'filled',
      purpose: fillPurpose(controls.purpose, this.#marks),
      description: fillDescription(controls.description, description, this.#marks),
    });
  }

  #fillDescriptionOnRequest(description: string): void {
    const { controls } = this.#look();
    this.#send({
      type: 'filled',
      purpose: fillPurpose(controls.purpose, this.#marks),
      description: replaceDescription(controls.description, description, this.#marks),
    });
  }

  get #marks() {
    return fieldMarks(this.#deps.words, this.#stop.signal);
  }

  // ── panel ────────────────────────────────────────────────────────────────────────────────

  #openPanel(): void {
    if (this.#panel || this.#stop.signal.aborted) return;
    const timer = setTimeout(() => {
      if (!this.#isPanelReady) this.#giveUp(new Error('The panel did not answer.'));
    }, PANEL_ANSWER_MS);
    this.#stop.signal.addEventListener('abort', () => clearTimeout(timer));
    this.#panel = createPanelHost(this.#document, {
      url: this.#deps.frameUrl,
      title: this.#deps.words.panelTitle,
      onLoad: (frame) => void this.#greet(frame),
    });
  }

  async #greet(frame: Window): Promise<void> {
    try {
      const channel = new MessageChannel();
      const token = await this.#deps.issueToken();
      const connect: Connect = { type: 'upload-assistant:connect', token };
      this.#port = channel.port1;
      this.#port.onmessage = ({ data }: MessageEvent<FromAssist>) => void this.#hear(data);
      frame.postMessage(connect, new URL(this.#deps.frameUrl).origin, [channel.port2]);
    } catch (error) {
      this.#giveUp(error);
    }
  }

  async #hear(message: FromAssist): Promise<void> {
    if (this.#stop.signal.aborted) return;
    try {
      switch (message.type) {
        case 'ready':
          this.#isPanelReady = true;
          for (const waiting of this.#waitingForPanel.splice(0)) this.#port?.postMessage(waiting);
          break;
        case 'attach':
          await this.#attach(message.files, message.description);
          break;
        case 'fill description':
          this.#fillDescriptionOnRequest(message.description);
          break;
        case 'take back':
          await this.#takeBack();
          break;
        case 'let pass':
          this.#mayPass.push({ name: message.name, bytes: message.bytes });
          break;
        case 'resize':
          this.#panel?.resize(message.height);
          break;
        case 'focus panel':
          this.#panel?.focus();
          break;
        case 'focus page':
          if (this.#target?.kind === 'input') this.#target.input.focus();
          break;
        case 'give up':
          this.#giveUp(new Error('The panel stopped.'));
          break;
      }
    } catch (error) {
      this.#giveUp(error);
    }
  }

  #tellOfClick(): void {
    const told = this.#deps.tell('submit clicked');
    told.then(
      () => submitMarker.clear(this.#window),
      (error: unknown) => this.#giveUp(error),
    );
  }

  #tell(event: Parameters<PageSideDeps['tell']>[0]): void {
    this.#deps.tell(event).catch((error: unknown) => this.#giveUp(error));
  }

  #send(message: FromPage): void {
    if (this.#isPanelReady) this.#port?.postMessage(message);
    else this.#waitingForPanel.push(message);
  }

  /** The error itself goes nowhere: it might hold a file's name, and the person cannot use it. */
  #giveUp(_error: unknown): void {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    const wasOnPage = this.#panel !== undefined;
    this.#panel?.remove();
    const { stopped, updated, close } = this.#deps.words;
    if (wasOnPage)
      showBanner(this.#document, this.#deps.isContextLost() ? updated : stopped, close);
  }
}
