import type { SentMessage } from '../messaging/messages.ts';
import { pause } from '../upload-page/pause.ts';
import type { Lifetime } from '../upload-page/safely.ts';
import { submitMark } from './submit-mark.ts';

/** What the background is told of the page as a whole. */
export type ToldOfPage = 'page opened' | 'no thanks here' | 'marks found';

export interface PageLifetimeOptions extends Lifetime {
  readonly window: Window;
  /** @returns whether the background has noted it */
  readonly tell: (message: SentMessage<ToldOfPage>) => Promise<boolean>;
  /** At the last look. */
  readonly isUploadPage: () => boolean;
  /** Files stand in the form. */
  readonly isUnsubmitted: () => boolean;
  /** The background was told that this page does not thank. */
  readonly onUnthanked: () => void;
  /** By now the page shows what it has. */
  readonly onSettled: () => void;
  /** The form was away and is back: it may have lost its files. */
  readonly onFormBack: () => void;
  /** The browser had kept this page whole while another one was shown. */
  readonly onShownAgain: () => void;
}

/** A page that has been complete for so long and has not thanked by then is not the thank-you page. */
const THANK_YOU_MS = 5_000;
/** A page that has been complete for so long shows its controls, or it has changed. */
const SETTLED_MS = 3_000;
/** A form that has come back shows the files that it kept within this time. */
const FORM_BACK_MS = 1_000;

/**
 * A page from its opening to its end: tells the background what a new page means for what was under
 * way in this tab, and notices forms that go and come back without a new page.
 */
export class PageLifetime {
  readonly #options: PageLifetimeOptions;
  readonly isTop: boolean;
  #isSettled = false;
  /** The form went away with files in it: it may come back without them. */
  #wasFormAway = false;
  #thankYouTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PageLifetimeOptions) {
    this.#options = options;
    this.isTop = options.window === options.window.top;
  }

  get isSettled(): boolean {
    return this.#isSettled;
  }

  begin(): void {
    const { window, signal, safely } = this.#options;
    if (this.isTop) this.#reportOpening();
    this.onceLoaded(() => this.#waitUntilSettled());
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) this.#shownAgain();
    };
    window.addEventListener('pageshow', safely(onShow), { signal });
  }

  onceLoaded(work: () => void): void {
    const { window, signal, safely } = this.#options;
    if (window.document.readyState === 'complete') work();
    else window.addEventListener('load', safely(work), { signal });
  }

  /** The person clicked, or the page thanked: this page's own time to thank is over. */
  answered(): void {
    clearTimeout(this.#thankYouTimer);
  }

  /** To be called after each look: a page may take its form away and bring a fresh one. */
  watchForLoss(): void {
    const { signal, safely, isUploadPage, isUnsubmitted } = this.#options;
    const isAway = !isUploadPage();
    if (isAway && isUnsubmitted()) this.#wasFormAway = true;
    if (isAway || !this.#wasFormAway) return;
    const notice = () => this.noticeFormBack();
    pause(FORM_BACK_MS, signal).then(
      safely(notice),
      () => {}, // stopped meanwhile
    );
  }

  noticeFormBack(): void {
    if (!this.#wasFormAway || !this.#options.isUploadPage()) return;
    this.#wasFormAway = false;
    this.#options.onFormBack();
  }

  /**
   * What was attached in this tab before is gone with the page that held it. After the person's click
   * a page that opens should thank them; where it does not, the background notes the doubt.
   */
  #reportOpening(): void {
    const { window, signal, safely } = this.#options;
    const mark = submitMark.read(window);
    if (mark.clicked.length + mark.thanked.length > 0) this.#tellMarks(mark);
    this.#tell({ name: 'page opened', payload: isReload(window) ? { isReload: true } : {} });
    this.onceLoaded(() => this.#waitForThanks());
    const end = () => clearTimeout(this.#thankYouTimer);
    signal.addEventListener('abort', safely(end));
  }

  #tellMarks(mark: ReturnType<typeof submitMark.read>): void {
    const { window, tell, safely } = this.#options;
    safely(async () => {
      if (!(await tell({ name: 'marks found', payload: mark }))) return;
      const now = submitMark.read(window);
      // Another click may have left its own numbers by now.
      if (isSame(now.clicked, mark.clicked)) submitMark.clear(window, 'clicked');
      if (isSame(now.thanked, mark.thanked)) submitMark.clear(window, 'thanked');
    })();
  }

  #shownAgain(): void {
    if (this.isTop) {
      this.#tell({ name: 'page opened', payload: {} });
      this.#waitForThanks();
    }
    this.#options.onShownAgain();
  }

  #waitForThanks(): void {
    clearTimeout(this.#thankYouTimer);
    const { safely, onUnthanked } = this.#options;
    const doubt = () => {
      this.#tell({ name: 'no thanks here', payload: {} });
      onUnthanked();
    };
    this.#thankYouTimer = setTimeout(safely(doubt), THANK_YOU_MS);
  }

  #waitUntilSettled(): void {
    const { signal, safely, onSettled } = this.#options;
    const settle = () => {
      this.#isSettled = true;
      onSettled();
    };
    const timer = setTimeout(safely(settle), SETTLED_MS);
    const end = () => clearTimeout(timer);
    signal.addEventListener('abort', safely(end));
  }

  #tell(message: SentMessage<'page opened' | 'no thanks here'>): void {
    const { tell, safely } = this.#options;
    safely(() => tell(message))();
  }
}

function isReload({ performance }: Window): boolean {
  const [opening] = performance.getEntriesByType('navigation');
  return opening !== undefined && 'type' in opening && opening.type === 'reload';
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.join() === b.join();
}
