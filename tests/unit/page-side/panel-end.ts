import { vi } from 'vitest';
import type { Connect, FromPage, FromPanel } from '../../../lib/messaging/page-port.ts';

/** The panel's end of the line to the content script. */
export interface PanelEnd {
  readonly connect: Connect;
  /** To which the greeting was addressed. */
  readonly origin: string;
  readonly heard: FromPage[];
  say(message: FromPanel): void;
  /** Waits for a message of this type, those already heard included; the `nth` of them, from 1. */
  hears<Type extends FromPage['type']>(
    type: Type,
    nth?: number,
  ): Promise<Extract<FromPage, { type: Type }>>;
}

export interface PanelFrames {
  /** How many were put into the page so far. */
  readonly count: number;
  /** The frame has loaded; gives what it is greeted with. */
  load(): Promise<PanelEnd>;
}

// happy-dom loads no frames; without this it says so at length each time.
const { happyDOM } = window as unknown as {
  happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: boolean } };
};
happyDOM.settings.handleDisabledFileLoadingAsSuccess = true;

/** The panel's frame is in a closed shadow root, and nothing loads in it here: the test is the panel. */
export function panelFrames(): PanelFrames {
  const frames: HTMLIFrameElement[] = [];
  const ports: MessagePort[] = [];
  const { append } = ShadowRoot.prototype;
  vi.spyOn(ShadowRoot.prototype, 'append').mockImplementation(function (
    this: ShadowRoot,
    ...nodes: readonly (string | Node)[]
  ) {
    frames.push(...nodes.filter((node) => node instanceof HTMLIFrameElement));
    append.call(this, ...nodes);
  });
  return {
    get count() {
      return frames.length;
    },
    async load() {
      const frame = frames.at(-1);
      if (!frame) throw new Error('No panel is in the page.');
      const { connect, origin, port } = await greetingOf(frame);
      ports.push(port);
      const heard: FromPage[] = [];
      port.onmessage = ({ data }: MessageEvent<FromPage>) => heard.push(data);
      return {
        connect,
        origin,
        heard,
        say: (message) => port.postMessage(message),
        hears: (type, nth = 1) =>
          vi.waitFor(
            () => {
              const found = heard.filter(
                (message): message is Extract<FromPage, { type: typeof type }> =>
                  message.type === type,
              )[nth - 1];
              if (!found) throw new Error(`The panel has not heard "${type}".`);
              return found;
            },
            { timeout: 10_000 },
          ),
      };
    },
  };
}

function greetingOf(
  frame: HTMLIFrameElement,
): Promise<{ connect: Connect; origin: string; port: MessagePort }> {
  return new Promise((resolve) => {
    const contentWindow = {
      postMessage: (connect: Connect, origin: string, [port]: readonly [MessagePort]) =>
        resolve({ connect, origin, port }),
    };
    Object.defineProperty(frame, 'contentWindow', { configurable: true, value: contentWindow });
    frame.dispatchEvent(new Event('load'));
  });
}
