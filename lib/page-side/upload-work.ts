import type { AttachedFile } from '../ledger/attached-file.ts';
import type { SentMessage } from '../messaging/messages.ts';
import type { ChosenWhen, FromPanel, NotRecorded } from '../messaging/page-port.ts';
import type { Candidate } from '../upload-page/collect-controls.ts';
import type { MarkWords } from '../upload-page/field-marks.ts';
import { fieldMarks } from '../upload-page/field-marks.ts';
import { FieldFiller } from '../upload-page/fill.ts';
import type { FoundPage } from '../upload-page/find-controls.ts';
import type { LearnedControl } from '../upload-page/learned-control.ts';
import type { ControlName, PageReport } from '../upload-page/page-state.ts';
import type { Lifetime } from '../upload-page/safely.ts';
import type { Proof, ToldOfFiles } from './files-state.ts';
import { FormFields } from './form-fields.ts';
import type { Target } from './guard.ts';
import { outermostDocument } from './outermost-document.ts';
import { PageFiles } from './page-files.ts';
import { PanelLink } from './panel-link.ts';
import { Pointing } from './pointing.ts';

export interface UploadWorkOptions extends Lifetime {
  readonly window: Window;
  readonly frameUrl: string;
  readonly issueToken: () => Promise<string>;
  /** Random numbers, which no page can guess. */
  readonly newProof: () => Proof;
  /** These files are about to stand on the page. Never rejects: they go there all the same. */
  readonly announce: (
    proof: Proof,
    files: readonly AttachedFile[],
  ) => Promise<'announced' | NotRecorded>;
  /** @returns whether the background has noted it */
  readonly tell: (message: SentMessage<ToldOfFiles>) => Promise<boolean>;
  readonly words: MarkWords & { readonly panelTitle: string };
  /** Looks at the page as it is now. */
  readonly look: () => FoundPage;
  /** The page's explanation of its marks on files, as it was last found. */
  readonly legend: () => FoundPage['signs']['legend'];
  /** Elements that may be this control. The core of the script knows them, so this part need not. */
  readonly candidates: (control: ControlName) => readonly Candidate[];
  /** The person has pointed this control out. */
  readonly onLearned: (learned: LearnedControl) => Promise<unknown>;
  /** Whether the extension was updated or removed; the assistant then ends on this page. */
  readonly isLost: () => boolean;
  /** There is no panel any more to check files. */
  readonly onPanelGone: () => void;
}

/**
 * What the content script does on the upload page, and there alone: it shows the panel, gives it the
 * person's files, and does to the page what the panel asks. It decides nothing about files. The
 * content script loads this when it has recognized the page, so other pages of the site never pay
 * for it.
 */
export class UploadWork {
  readonly #options: UploadWorkOptions;
  readonly #panel: PanelLink;
  readonly #fields: FormFields;
  readonly #files: PageFiles;
  readonly #pointing: Pointing;
  /** As they were last found. */
  #controls: readonly HTMLElement[] = [];

  constructor(options: UploadWorkOptions) {
    const { window, signal, safely, words } = options;
    const living = { window, signal, safely };
    this.#options = options;
    this.#panel = new PanelLink({
      ...living,
      document: outermostDocument(window),
      controls: () => this.#controls,
      frameUrl: options.frameUrl,
      title: words.panelTitle,
      issueToken: options.issueToken,
      hasFiles: () => this.#files.isHeld,
      isLost: options.isLost,
      onMessage: (message) => this.#hear(message),
      onRestart: () => this.#tellPanelAgain(),
      onFailure: options.onPanelGone,
    });
    this.#fields = new FormFields({
      filler: new FieldFiller({
        ...living,
        find: () => options.look().controls,
        marks: fieldMarks(words, living),
      }),
      safely,
      onLate: (fields) => this.#panel.send({ type: 'filled', ...fields }),
    });
    this.#files = new PageFiles({
      ...living,
      fileInput: () => options.look().controls.files,
      legend: options.legend,
      fields: this.#fields,
      say: (message) => {
        // A panel that opens now is told of every choice, this one included.
        if (message.type === 'chosen' && this.openPanel()) return;
        this.#panel.send(message);
      },
      standAside: (isAside) => this.#panel.standAside(isAside),
      newProof: options.newProof,
      announce: options.announce,
      tell: options.tell,
    });
    this.#pointing = new Pointing({
      ...living,
      candidates: options.candidates,
      onLearned: options.onLearned,
      onOutcome: (control, outcome) => {
        this.#panel.send({ type: 'pointed', control, outcome });
        this.#panel.focus();
      },
    });
  }

  get isPanelOpen(): boolean {
    return this.#panel.isOpen;
  }

  /** Files of the person are with the panel. */
  get isHeld(): boolean {
    return this.#files.isHeld;
  }

  get isUnsubmitted(): boolean {
    return this.#files.isUnsubmitted;
  }

  /** @returns whether it was not open before */
  openPanel(): boolean {
    const isNew = this.#panel.open();
    if (isNew) this.#tellPanelAgain();
    return isNew;
  }

  /** The page is no longer the upload page. The panel stays as long as it has files. */
  closePanelIfIdle(): void {
    if (this.#files.isIdle) this.#panel.close();
  }

  closePanel(): void {
    this.#panel.close();
  }

  /**
   * No panel from now on. The person's own files go back into the page, as they chose them.
   * @returns whether any did
   */
  endPanel(): boolean {
    this.#panel.end();
    return this.#files.panelGone();
  }

  tellPanelOfPage(report: PageReport): void {
    if (this.#panel.isOpen) this.#panel.send({ type: 'page', report });
  }

  tellPanelOfUpdate(): void {
    this.#panel.send({ type: 'updated' });
  }

  // ── the person ───────────────────────────────────────────────────────────────────────────

  mayPass(files: readonly File[]): boolean {
    return this.#files.mayPass(files);
  }

  passed(files: readonly File[]): void {
    this.#files.passed(files);
  }

  hold(target: Target, coming: Promise<readonly File[]>): Promise<void> {
    return this.#files.hold(target, coming, 'at choice');
  }

  holdUnknown(when: ChosenWhen): boolean {
    return this.#files.holdUnknown(when);
  }

  /** @returns whether the person's click on the page's button may go through */
  clicked(): boolean {
    const isThrough = this.#files.clicked();
    if (isThrough) this.#fields.forget();
    return isThrough;
  }

  // ── the page ─────────────────────────────────────────────────────────────────────────────

  thanked(): void {
    this.#files.thanked();
  }

  noticeLoss(): void {
    this.#files.noticeLoss();
  }

  shownAgain(): void {
    this.#files.shownAgain();
  }

  checkAgain(): void {
    this.#files.checkAgain();
  }

  looked(page: FoundPage): void {
    this.#controls = controlsOf(page);
    this.#panel.look();
    this.#fields.fillLate(page.controls);
  }

  // ── the panel ────────────────────────────────────────────────────────────────────────────

  #tellPanelAgain(): void {
    const page = this.#options.look();
    this.#controls = controlsOf(page);
    this.#panel.send({ type: 'page', report: page.report });
    this.#files.tellAgain();
  }

  #hear(message: FromPanel): unknown {
    if (this.#options.signal.aborted) return undefined;
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
        return this.#files.letPass(message);
      case 'let go':
        return this.#files.letGo();
      case 'hold again':
        this.#files.holdAgain();
        return this.#panel.feelPulse();
      case 'point at':
        return this.#pointing.at(message.control);
      case 'stop pointing':
        return this.#pointing.stop();
      case 'focus page':
        return this.#files.focusTarget();
      case 'focus control':
        return this.#goTo(this.#options.look().controls[message.control]);
      case 'focus another upload':
        return this.#goTo(this.#options.look().signs['another upload']);
      case 'outcome over':
        return this.closePanelIfIdle();
      case 'give up':
        return this.#options.onPanelGone();
      default:
        return undefined; // for the link itself
    }
  }

  #goTo(element: HTMLElement | undefined): void {
    this.#options.window.focus(); // away from the panel, into this frame
    element?.scrollIntoView({ block: 'nearest' });
    element?.focus();
  }

  async #replaceDescription(description: string): Promise<void> {
    const fields = await this.#fields.replaceDescription(description);
    this.#panel.send({ type: 'filled', ...fields });
  }
}

function controlsOf({ controls, filesButton }: FoundPage): readonly HTMLElement[] {
  return [...Object.values(controls), ...(filesButton ? [filesButton] : [])];
}
