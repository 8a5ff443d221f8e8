import type { Connect, FromPage, FromPanel } from '../messaging/page-port.ts';
import type { Lifetime } from '../upload-page/safely.ts';
import type { PanelHost } from './panel-host.ts';
import { createPanelHost } from './panel-host.ts';
import { watchSurroundings } from './panel-surroundings.ts';

export interface PanelLinkOptions extends Lifetime {
  readonly document: Document;
  /** Of the form, which may be in a frame of the document. */
  readonly window: Window;
  /** The page's controls, which the panel must not cover. */
  readonly controls: () => readonly HTMLElement[];
  readonly frameUrl: string;
  readonly title: string;
  readonly issueToken: () => Promise<string>;
  /** The panel holds files of the person, so it has to be alive. */
  readonly hasFiles: () => boolean;
  /** The extension was updated or removed; whoever is asked ends the assistant on this page. */
  readonly isLost: () => boolean;
  readonly onMessage: (message: FromPanel) => unknown;
  /** The page took the panel out, and it starts again: it has to be told what it must know. */
  readonly onRestart: () => void;
  /** There is no panel, and there will be none. */
  readonly onFailure: () => void;
}

/** A new panel must be ready within this time, or the person is told that nothing was checked. */
const READY_MS = 10_000;
/** A panel that holds files is asked so often whether it is alive. */
const PULSE_MS = 1_000;
/** A panel that left so many questions in a row without an answer is dead. A busy one may leave some. */
const MOST_UNANSWERED = 10;

/** The content script's end of the line to the panel: opens it, greets it, passes messages. */
export class PanelLink {
  readonly #options: PanelLinkOptions;
  #host: PanelHost | undefined;
  #surroundings: ReturnType<typeof watchSurroundings> | undefined;
  #closed = new AbortController();
  #port: MessagePort | undefined;
  #waiting: FromPage[] = [];
  #isReady = false;
  #isOver = false;
  #readyTimer: ReturnType<typeof setTimeout> | undefined;
  #pulse: ReturnType<typeof setInterval> | undefined;
  #unanswered = 0;

  constructor(options: PanelLinkOptions) {
    this.#options = options;
    const end = () => this.#stopTimers();
    options.signal.addEventListener('abort', options.safely(end));
  }

  get isOpen(): boolean {
    return this.#host !== undefined;
  }

  /** @returns whether it was not open before: it then knows nothing of the page */
  open(): boolean {
    const { document, window, controls, frameUrl, title, signal, safely } = this.#options;
    if (this.#host || this.#isOver || signal.aborted) return false;
    this.#expectReady();
    this.#host = createPanelHost(document, {
      url: frameUrl,
      title,
      safely,
      onLoad: (frame) => this.#greet(frame),
      onRemoved: () => {
        this.#hangUp();
        this.#expectReady();
        this.#options.onRestart();
      },
      onGone: () => this.#fail(),
    });
    this.#closed = new AbortController();
    this.#surroundings = watchSurroundings({
      window,
      document,
      controls,
      panel: this.#host.element,
      signal: AbortSignal.any([signal, this.#closed.signal]),
      onChange: (surroundings) => {
        if (this.#isReady) this.send({ type: 'surroundings', surroundings });
      },
    });
    return true;
  }

  close(): void {
    this.#closed.abort();
    this.#host?.remove();
    this.#host = undefined;
    this.#hangUp();
  }

  /** Closes it for good. */
  end(): void {
    this.#isOver = true;
    this.close();
  }

  /** Messages wait for a panel that is not there yet. */
  send(message: FromPage): void {
    if (this.#isReady) this.#port?.postMessage(message);
    else this.#waiting.push(message);
    if (message.type === 'chosen') this.feelPulse();
  }

  focus(): void {
    this.#host?.focus();
  }

  /** The page's controls may be elsewhere now. */
  look(): void {
    this.#surroundings?.look();
  }

  standAside(isAside: boolean): void {
    this.#host?.standAside(isAside);
  }

  #hangUp(): void {
    this.#port?.close();
    this.#port = undefined;
    this.#isReady = false;
    this.#waiting = [];
    this.#stopTimers();
  }

  #stopTimers(): void {
    clearTimeout(this.#readyTimer);
    clearInterval(this.#pulse);
    this.#pulse = undefined;
  }

  #fail(): void {
    if (!this.#isOver) this.#options.onFailure();
  }

  #expectReady(): void {
    const fail = () => this.#fail();
    this.#readyTimer = setTimeout(this.#options.safely(fail), READY_MS);
  }

  /**
   * The browser may end the panel's process at any moment, as it does when memory runs out. It tells
   * the page nothing of that. So a panel with files is asked again and again.
   */
  feelPulse(): void {
    this.#unanswered = 0;
    this.#ask();
    const ask = () => this.#ask();
    this.#pulse ??= setInterval(this.#options.safely(ask), PULSE_MS);
  }

  #ask(): void {
    const { hasFiles, isLost } = this.#options;
    if (!hasFiles()) {
      clearInterval(this.#pulse);
      this.#pulse = undefined;
      return;
    }
    if (isLost()) return; // a panel of the old version may go on answering
    if (this.#unanswered >= MOST_UNANSWERED) {
      this.#fail();
    } else if (this.#isReady) {
      this.#unanswered += 1;
      this.#port?.postMessage({ type: 'are you there' } satisfies FromPage);
    }
  }

  async #greet(frame: Window): Promise<void> {
    const { issueToken, frameUrl, safely } = this.#options;
    const channel = new MessageChannel();
    const token = await issueToken();
    const connect: Connect = { type: 'upload-assistant:connect', token };
    this.#port = channel.port1;
    const hear = ({ data }: MessageEvent<FromPanel>) => this.#hear(data);
    this.#port.onmessage = safely(hear);
    frame.postMessage(connect, new URL(frameUrl).origin, [channel.port2]);
  }

  #hear(message: FromPanel): unknown {
    this.#unanswered = 0;
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        clearTimeout(this.#readyTimer);
        this.#host?.appear();
        for (const waiting of this.#waiting.splice(0)) this.#port?.postMessage(waiting);
        return this.#surroundings?.tell();
      case 'here':
        return undefined;
      case 'stand':
        return this.#host?.show(message.place);
      case 'outline':
        return this.#host?.outline(message.place);
      case 'focus panel':
        return this.#host?.focus();
      default:
        return this.#options.onMessage(message);
    }
  }
}
