import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Frame, Locator, Page } from 'playwright';
import type { Portal } from '../../portal/portal.ts';
import type { ReceivedFile } from '../../portal/records.ts';
import type { KnownVariant } from '../../portal/variants.ts';
import { waitFor } from '../wait-for.ts';
import type { Fault } from './probe.ts';
import { FAULT_WORDS, KEYS } from './probe.ts';

/** The banner says that the assistant stopped. */
export class Told extends Error {}
/** The panel says that the page did not take the files, and what to do by hand. */
export class Refused extends Error {}
/** The page has the files as chosen, because the assistant was not there to hold them. */
export class Untouched extends Error {}
/** Nothing happens anymore, and nothing on the screen says why. */
export class Stuck extends Error {}

/** How the complaint about an error begins that reached the browser. */
export const UNCAUGHT = 'nobody caught';

/** All that a person can see at one moment. */
export interface Sight {
  readonly banner: string;
  readonly panel: string;
  /** Names in the page's list of files and in its input. */
  readonly onPage: string;
  readonly isThanked: boolean;
}

const POLL_MS = 100;
/** The panel is given up for lost, and the person is told, after 20 seconds. */
const PATIENCE_MS = 26_000;
/** The page itself answers at once. */
const PAGE_MS = 10_000;
const MOST_CLICKS = 4;

const REFUSED = 'The page did not take the files';
const NAMES_OF_FILES = '.file-list__name';
const BANNER = '[data-upload-assistant=banner]';

/** One person with one tab and one file, who does what the panel, the banner and the page say. */
export class Person {
  readonly #page: Page;
  readonly #portal: Portal;
  readonly #run: string;
  readonly #variant: KnownVariant;
  readonly #path: string;
  /** How the file gets into the page. In a journey about drops, it is dropped. */
  readonly #choose: (page: Page, path: string) => Promise<void>;
  readonly #errors: string[] = [];
  /** The last words, in a dialog of the browser's if the banner cannot be shown. */
  #alert = '';
  /** They no longer count on the assistant. */
  #isAlone = false;
  #fields: readonly string[] = [];

  constructor(options: {
    readonly page: Page;
    readonly portal: Portal;
    readonly run: string;
    readonly variant: KnownVariant;
    readonly path: string;
    readonly choose: (page: Page, path: string) => Promise<void>;
  }) {
    this.#page = options.page;
    this.#portal = options.portal;
    this.#run = options.run;
    this.#variant = options.variant;
    this.#path = options.path;
    this.#choose = options.choose;
  }

  get page(): Page {
    return this.#page;
  }

  async open(faults: readonly Fault[]): Promise<void> {
    this.#page.on('pageerror', ({ message }) => this.#errors.push(message));
    this.#page.on('dialog', (dialog) => {
      if (dialog.type() === 'alert') this.#alert = dialog.message();
      void dialog.accept().catch(() => undefined);
    });
    const address = new URL(this.#portal.url({ variant: this.#variant.id }));
    address.searchParams.set('run', this.#run);
    address.hash = new URLSearchParams({ faults: JSON.stringify(faults) }).toString();
    await this.#page.goto(address.href, { waitUntil: 'load' });
    this.#fields = await this.#strangeFields();
  }

  /** Waits until this is visible. A new banner ends the wait. */
  async until(
    what: string,
    isSeen: (sight: Sight) => boolean,
    patienceMs = PATIENCE_MS,
  ): Promise<Sight> {
    const end = Date.now() + patienceMs;
    for (;;) {
      const sight = await this.#look();
      if (isSeen(sight)) return sight;
      if (sight.banner && !this.#isAlone) throw new Told(sight.banner);
      if (sight.panel.includes(REFUSED) && !this.#isAlone) throw new Refused(REFUSED);
      if (Date.now() > end) throw new Stuck(`waited for ${what}; the panel says: ${sight.panel}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  async choose(): Promise<void> {
    await this.#choose(this.#page, this.#path);
  }

  async press(name: string): Promise<void> {
    await this.until(`the button ${name}`, ({ panel }) => panel.includes(name));
    const panel = this.#panel();
    // The focus brings it into view. A button that acts outward is not ready before that.
    await panel
      ?.getByRole('button', { name })
      .first()
      .focus({ timeout: PAGE_MS })
      .catch(() => {});
    await activate(panel?.getByRole('button', { name, disabled: false }).first(), name);
  }

  /** Clicks in the page. If that is not possible, the person is stuck. */
  async click(selector: string): Promise<void> {
    await activate(this.#at(selector).first(), selector);
  }

  /** Undoes the filling of both fields if the assistant has marked them. */
  async undoFilling(): Promise<void> {
    const marks = this.#at('[data-upload-assistant=mark] button');
    for (let left = await marks.count(); left > 0; left -= 1) {
      await activate(marks.first(), 'the mark');
    }
  }

  /** Like a form filler, it sends no event. */
  async slipPast(selector: string): Promise<void> {
    await this.#page.evaluate(
      ([input, name, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], name, { type: 'text/plain' }));
        const field = document.querySelector<HTMLInputElement>(input);
        if (field) field.files = transfer.files;
      },
      [selector, this.#nameOf(this.#path), await readFile(this.#path, 'utf8')] as const,
    );
    await this.#page.evaluate((key) => sessionStorage.setItem(key, 'yes'), KEYS.hasChosen);
  }

  /** The page has it as the person chose it. */
  holdsOwn({ onPage }: Sight): boolean {
    return onPage.includes(this.#nameOf(this.#path));
  }

  /** Follows the panel where the page did not take the files: a saved copy passes by hand. */
  async savePrepared(): Promise<void> {
    this.#isAlone = true;
    await Promise.all([
      this.#page.waitForEvent('download', { timeout: PAGE_MS }),
      this.press('Save prepared file'),
    ]);
  }

  /** Uploads by hand, as the banner says, until the server has the file. */
  async goOnByHand(): Promise<void> {
    this.#isAlone = true;
    const before = await this.#look();
    if (!this.holdsOwn(before)) await this.#chooseAgain();
    if (!this.#isSubmitted()) await this.submit();
  }

  /** Uses the page's own button, which a page on its way to its thanks no longer has. */
  async #chooseAgain(): Promise<void> {
    const { kind, selector } = this.#variant.controls.files;
    const isTaken = (sight: Sight) => this.#isSubmitted() || this.holdsOwn(sight);
    const chosen =
      kind === 'opener'
        ? this.choose()
        : this.#at(selector).setInputFiles(this.#path, { timeout: PAGE_MS });
    await chosen.catch(() => undefined);
    await this.until('the page to take the file', isTaken, PAGE_MS);
  }

  /** Nothing more was said. That does no harm if the page has the file. */
  async submitWhatIsThere(): Promise<void> {
    const { onPage, banner } = await this.#look();
    if (banner) return this.goOnByHand();
    if (this.#isSubmitted()) return;
    if (onPage === '') throw new Stuck('the page holds no file, and nobody says why');
    await this.submit();
  }

  /** Clicks the page's button, and again if the panel says that it stopped the click. */
  async submit(): Promise<void> {
    const { selector } = this.#variant.controls.submit;
    await this.#expectOthersUntouched();
    for (let clicks = 0; clicks < MOST_CLICKS && !this.#isSubmitted(); clicks += 1) {
      await this.click(`${selector}:enabled`).catch((error) => {
        // An earlier click may have gone through in the meantime.
        if (!this.#isSubmitted()) throw error;
      });
      const answer = await this.until(
        'the page to answer the click',
        ({ isThanked, panel }) =>
          this.#isSubmitted() || isThanked || /We paused your click|Attached\.$/.test(panel),
        PAGE_MS,
      );
      if (answer.panel.includes('before the assistant could check')) {
        await this.until('the files to be attached', ({ panel }) => panel.includes('Attached.'));
      }
    }
    if (!this.#isSubmitted()) throw new Stuck('the page’s button was clicked in vain');
    await this.until('the thank-you', ({ isThanked }) => isThanked, PAGE_MS).catch(ignoreTold);
  }

  /** Each way in which the promise was broken that the page comes first. */
  async complaints(): Promise<string[]> {
    const posts = this.#submissionPosts();
    const sha256 = createHash('sha256')
      .update(await readFile(this.#path))
      .digest('hex');
    const own = (file: ReceivedFile) => file.sha256 === sha256;
    const submissions = this.#portal.submissions().filter(({ files }) => files.some(own));
    const [submission] = submissions;
    const thrownAtStart = await this.#noted(KEYS.thrownAtStart);
    const errors = this.#errors.filter(
      // An assistant that has not started cannot fail. The page is on its own.
      (message) => !(message.includes(FAULT_WORDS) && thrownAtStart.length > 0),
    );
    return [
      ...(posts === 1 ? [] : [`the page was submitted ${posts} times`]),
      ...(submissions.length === 1 ? [] : ['the server has no submission with the file']),
      ...(submission && !WANTED.purpose.includes(submission.purpose)
        ? [`the purpose was ${submission.purpose}`]
        : []),
      ...(submission && !WANTED.description.includes(submission.description)
        ? [`the description was ${submission.description}`]
        : []),
      ...new Set(errors.map((message) => `${UNCAUGHT}: ${message}`)),
    ];
  }

  /** Fields that do not concern the assistant. */
  async #expectOthersUntouched(): Promise<void> {
    // An earlier click may be loading the next page at this moment.
    const now = await this.#strangeFields().catch(() => undefined);
    if (now && now.join() !== this.#fields.join())
      throw new Error(`Another field was filled: ${now}`);
  }

  #isSubmitted(): boolean {
    return this.#submissionPosts() > 0;
  }

  #submissionPosts(): number {
    const mark = `run=${this.#run}`;
    return this.#portal.requests().filter(({ method, path, referer }) => {
      const isSubmission = method === 'POST' && /^\/calpass\/upload\?/i.test(path);
      return isSubmission && new URL(referer ?? 'x:').search.split('&').includes(mark);
    }).length;
  }

  /** The page may be on its way to its thanks. The notes outlive it. */
  async #noted(key: string): Promise<unknown[]> {
    const notes = await waitFor(`the notes ${key}`, () =>
      this.#page.evaluate((k) => sessionStorage.getItem(k) ?? '[]', key).catch(() => undefined),
    );
    return JSON.parse(notes) as unknown[];
  }

  thrown(): Promise<unknown[]> {
    return this.#noted(KEYS.thrown);
  }

  reached(): Promise<unknown[]> {
    return this.#noted(KEYS.reached);
  }

  async leave(): Promise<void> {
    await this.#page.evaluate(() => sessionStorage.clear()).catch(() => undefined);
    await this.#page.goto('about:blank');
    this.#page.removeAllListeners('pageerror');
    this.#page.removeAllListeners('dialog');
  }

  #nameOf(path: string): string {
    return path.split('/').at(-1) ?? path;
  }

  /** In the form's own document. */
  #at(selector: string): Locator {
    const { frame } = this.#variant;
    return (frame ? this.#page.frameLocator(frame) : this.#page).locator(selector);
  }

  #panel(): Frame | undefined {
    return this.#page.frames().find((frame) => frame.url().endsWith('/assist.html'));
  }

  async #look(): Promise<Sight> {
    // While the browser replaces a page, it shows nothing for a moment.
    const none = { banner: '', onPage: '', isThanked: false };
    const inPage = this.#page
      .evaluate(
        ([banner, names]) => {
          const framed = [...document.querySelectorAll('iframe')].flatMap(
            (frame) => frame.contentDocument ?? [],
          );
          const roots = [document, ...framed].flatMap((one) => [
            one,
            ...[...one.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
          ]);
          const all = (selector: string) =>
            roots.flatMap((root) => [...root.querySelectorAll(selector)]);
          const inputs = all('input[type=file]') as HTMLInputElement[];
          const texts = roots.map((root) => ('body' in root ? root.body : root)?.textContent ?? '');
          return {
            banner: all(banner).map(({ textContent }) => textContent)[0] ?? '',
            onPage: [
              ...all(names).map((one) => one.textContent ?? ''),
              ...inputs.flatMap(({ files }) => [...(files ?? [])].map(({ name }) => name)),
            ].join('\n'),
            isThanked: texts.some((text) => text.includes('Thank you for uploading')),
          };
        },
        [BANNER, NAMES_OF_FILES] as const,
      )
      .catch(() => none);
    const inPanel = this.#panel()
      ?.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').trim())
      .catch(() => '');
    const panel = (await inPanel) ?? '';
    const sight = await inPage;
    return { ...sight, banner: sight.banner || this.#alert, panel };
  }

  #strangeFields(): Promise<string[]> {
    const lookAlikes = this.#variant.shouldNot.map(({ selector }) => selector);
    return this.#page.evaluate(
      (selectors) =>
        selectors.map((selector) => {
          const field = document.querySelector<HTMLInputElement>(selector);
          return `${selector} ${field?.value} ${field?.files?.length}`;
        }),
      lookAlikes,
    );
  }
}

const WANTED = {
  purpose: ['', 'Select purpose', 'CALPADS'],
  description: ['', 'SENR 2022-23'],
} satisfies Record<string, readonly string[]>;

function ignoreTold(error: unknown): void {
  if (!(error instanceof Told)) throw error;
}

/** Uses the keyboard, because a panel that grows moves away from the mouse. */
async function activate(button: Locator | undefined, name: string): Promise<void> {
  const pressed = button?.press('Enter', { timeout: PAGE_MS, noWaitAfter: true });
  await (pressed ?? Promise.reject()).catch(() => {
    throw new Stuck(`${name} cannot be pressed`);
  });
}
