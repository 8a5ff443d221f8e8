import type { Connect, FromAssist, FromPage } from '../messaging/page-port.ts';
import type { Lifetime } from '../upload-page/safely.ts';
import type { PanelHost } from './panel-host.ts';
import { createPanelHost } from './panel-host.ts';

export interface PanelLinkOptions extends Lifetime {
  readonly document: Document;
  readonly frameUrl: string;
  readonly title: string;
  readonly issueToken: () => Promise<string>;
  readonly onMessage: (message: FromAssist) => unknown;
  /** The panel was taken out of the page and starts anew: it has to be told what it must know. */
  readonly onRestart: () => void;
  /** There is no panel, and there will be none. */
  readonly onFailure: (error: unknown) => void;
}

/** The panel must answer within this time, or the person is told that nothing was checked. */
const ANSWER_MS = 20_000;

/** The content script's end of the line to the panel: opens the frame, greets it, passes messages. */
export class PanelLink {
  readonly #options: PanelLinkOptions;
  #host: PanelHost | undefined;
  #port: MessagePort | undefined;
  #waiting: FromPage[] = [];
  #isReady = false;

  constructor(options: PanelLinkOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#host !== undefined;
  }

  /** @returns whether it was not open before: it then knows nothing of the page */
  open(): boolean {
    const { document, frameUrl, title, onFailure, signal, safely } = this.#options;
    if (this.#host || signal.aborted) return false;
    this.#expectAnswer();
    this.#host = createPanelHost(document, {
      url: frameUrl,
      title,
      safely,
      onLoad: (frame) => this.#greet(frame),
      onRemoved: () => {
        this.#hangUp();
        this.#expectAnswer();
        this.#options.onRestart();
      },
      onGone: () => onFailure(new Error('The page leaves no place for the panel.')),
    });
    return true;
  }

  close(): void {
    this.#host?.remove();
    this.#host = undefined;
    this.#hangUp();
  }

  /** Messages wait for a panel that is not there yet. */
  send(message: FromPage): void {
    if (this.#isReady) this.#port?.postMessage(message);
    else this.#waiting.push(message);
  }

  focus(): void {
    this.#host?.focus();
  }

  standAside(isAside: boolean): void {
    this.#host?.standAside(isAside);
  }

  #hangUp(): void {
    this.#port?.close();
    this.#port = undefined;
    this.#isReady = false;
    this.#waiting = [];
  }

  #expectAnswer(): void {
    const { signal, safely, onFailure } = this.#options;
    const ask = () => {
      if (this.#host && !this.#isReady) onFailure(new Error('The panel did not answer.'));
    };
    const timer = setTimeout(safely(ask), ANSWER_MS);
    const end = () => clearTimeout(timer);
    signal.addEventListener('abort', safely(end));
  }

  async #greet(frame: Window): Promise<void> {
    const { issueToken, frameUrl, safely } = this.#options;
    const channel = new MessageChannel();
    const token = await issueToken();
    const connect: Connect = { type: 'upload-assistant:connect', token };
    this.#port = channel.port1;
    const hear = ({ data }: MessageEvent<FromAssist>) => this.#hear(data);
    this.#port.onmessage = safely(hear);
    frame.postMessage(connect, new URL(frameUrl).origin, [channel.port2]);
  }

  #hear(message: FromAssist): unknown {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        for (const waiting of this.#waiting.splice(0)) this.#port?.postMessage(waiting);
        return;
      case 'resize':
        this.#host?.resize(message.height);
        return;
      case 'focus panel':
        this.#host?.focus();
        return;
      default:
        return this.#options.onMessage(message);
    }
  }
}
