import type { TabEvent, TabSubmissions } from '../../lib/background/submissions.ts';
import { NO_SUBMISSIONS, nextStep as nextTabStep } from '../../lib/background/submissions.ts';
import type { NewEvent } from '../../lib/ledger/events.ts';
import type { SentMessage } from '../../lib/messaging/messages.ts';
import type { ChosenWhen, FromPage, FromPanel } from '../../lib/messaging/page-port.ts';
import { nextStep as nextFilesStep } from '../../lib/page-side/files-on-page.ts';
import type {
  FilesCommand,
  FilesEvent,
  FilesState,
  Proof,
  ToldOfFiles,
} from '../../lib/page-side/files-state.ts';
import { NO_FILES } from '../../lib/page-side/files-state.ts';
import type { ToldOfPage } from '../../lib/page-side/page-lifetime.ts';
import { nextStep as nextSessionStep } from '../../lib/session/next-step.ts';
import type { PreparedFile, ProvenFile } from '../../lib/session/session-file.ts';
import { attachedFile, checkedHash } from '../../lib/session/session-file.ts';
import type {
  SessionCommand,
  SessionEvent,
  SessionState,
} from '../../lib/session/session-state.ts';
import { newSession } from '../../lib/session/session-state.ts';
import { sentFile } from '../unit/support/attached-file.ts';
import type { DiskFile } from './disk.ts';
import { contentOf, hashOf, inspectionOf } from './disk.ts';

/** The organization that every file counts for here. */
const ORGANIZATION = '00000000-0000-4000-8000-000000000001';

/** What a page does with the files in its input. */
export type PageKind =
  /** It leaves them there until the click, as a plain form does. */
  | 'plain'
  /** It takes them at once, empties its input and names them, as an upload widget does. */
  | 'widget'
  /** It takes no files from a script, and empties its input of them. */
  | 'refusing';

/** A file as the page holds it: the very bytes, under a name. */
interface Held {
  readonly name: string;
  readonly content: string;
  /** Given by the assistant, after a proof. */
  readonly isProven: boolean;
}

/** What the server got with one click, or with none. */
export interface Received {
  readonly tab: number;
  readonly files: readonly Held[];
  readonly byClick: boolean;
  /** The content script was at work when it went out. */
  readonly isWatched: boolean;
  isThanked: boolean;
  /** The page thanked for it at once, though nobody had clicked. */
  isThankedWithoutClick: boolean;
  /** Nothing came between the click and the thanks that makes them doubtful. */
  isThankedInTime: boolean;
}

interface Tab {
  readonly kind: PageKind;
  /** What stands in the input, and what a widget took from it. */
  input: readonly Held[];
  taken: readonly Held[];
  hasForm: boolean;
  isClosed: boolean;
  showsThanks: boolean;
  /** The script knew what the thanks are for, and left the number. */
  isThanksMarked: boolean;
  /** The content script's own. Gone with the page. */
  page: FilesState;
  isAside: boolean;
  isAssistantGone: boolean;
  isPanelDead: boolean;
  readonly copies: Map<string, { readonly name: string; readonly content: string }>;
  order: { readonly key: number; readonly before: readonly Held[] } | undefined;
  /** What stood in the input when it was read back, by key. */
  readonly readBack: Map<number, readonly Held[]>;
  /** What the guard let pass last. */
  passed: Held | undefined;
  nextChoice: number;
  marks: { clicked: readonly string[]; thanked: readonly string[] };
  /** The panel's own. Gone with the panel. */
  session: SessionState | undefined;
  work: (() => void)[];
  copying:
    | { ticket: number; proven: ProvenFile[]; changed: string[]; left: PreparedFile[] }
    | undefined;
  // Messages on their way, in order.
  toPanel: FromPage[];
  toPage: FromPanel[];
  toBackground: (() => void)[];
  toScript: (() => void)[];
  /** What the background keeps of this tab. */
  submissions: TabSubmissions;
  lastReceived: Received | undefined;
}

/**
 * The whole way of a file in memory: the real machines of the panel, the content script and the
 * background, their real messages in queues, and a disk, a page and a person that do as they please.
 */
export class World {
  readonly disk: DiskFile[] = [];
  readonly tabs: Tab[];
  readonly ledger: NewEvent[] = [];
  readonly received: Received[] = [];
  /** Names of the files that the person chose last, and that must not be lost from sight, by tab. */
  readonly chosen: Set<DiskFile>[];
  #serial = 0;
  /** Files that the panel saved, by content. */
  readonly #saved = new Map<string, Held>();
  /** Said before any click. A click that loads another page cuts off no more than what came with it. */
  readonly #surelySaid = new WeakSet<() => void>();

  constructor(kinds: readonly PageKind[]) {
    this.tabs = kinds.map(newTab);
    this.chosen = kinds.map(() => new Set());
    for (const [at] of kinds.entries()) this.openPage(at, 'form');
  }

  tab(at: number): Tab {
    const tab = this.tabs[at];
    if (!tab) throw new Error(`There is no tab ${at}.`);
    return tab;
  }

  // ── the person ───────────────────────────────────────────────────────────────────────────

  choose(at: number, files: readonly DiskFile[], when: ChosenWhen = 'at choice'): void {
    const tab = this.tab(at);
    if (!tab.hasForm) return;
    if (tab.isAside || tab.isAssistantGone) {
      this.chosen[at]?.clear(); // as in any form, a choice replaces what was chosen before
      tab.input = files.map((file) => ({ ...contentOf(file), isProven: false }));
      this.#pageTakes(tab);
      return;
    }
    tab.input = [];
    const number = tab.nextChoice++;
    for (const file of files) {
      for (const other of this.chosen[at] ?? []) {
        if (other.name === file.name) this.chosen[at]?.delete(other);
      }
      this.chosen[at]?.add(file);
    }
    const chosen = files.map((file) => ({ id: `file-${this.#serial++}`, file: file.handle }));
    this.#page(at, {
      type: 'chosen',
      choice: { number, files: chosen, when },
      isInputEmptied: when === 'at choice',
    });
  }

  /** Chooses by hand what the panel saved: a copy under its right name, which the guard lets pass. */
  chooseSaved(at: number, file: DiskFile): void {
    const tab = this.tab(at);
    if (!tab.hasForm || tab.isAside || tab.isAssistantGone || file.isDeleted) return;
    const name = `${file.label}.txt`;
    const { content } = contentOf(file);
    const attachedSha256 = hashOf(content);
    const held = this.#saved.get(content) ?? { name, content, isProven: true };
    this.#saved.set(content, held);
    tab.input = [held];
    tab.passed = held;
    this.#page(at, {
      type: 'passed',
      proof: this.#newProof(),
      ids: tab.page.held
        .flatMap(({ files }) => files)
        .filter((one) => one.file === file.handle)
        .map(({ id }) => id),
      records: [{ ...sentFile(file.fileType), name, attachedSha256 }],
    });
    this.#pageTakes(tab);
  }

  /** Clicks the page's button. The page hears of it only where nothing stops it. */
  click(at: number): void {
    const tab = this.tab(at);
    if (!tab.hasForm) return;
    for (const said of tab.toBackground) this.#surelySaid.add(said);
    if (!tab.isAssistantGone && !this.#mayClick(at)) return;
    this.#submit(at, true);
  }

  #mayClick(at: number): boolean {
    const tab = this.tab(at);
    const inForm = [...tab.input, ...tab.taken].map(({ name }) => name);
    const there = tab.page.given
      .filter(({ names, how, key, copies }) => {
        if (how === 'in the input')
          return (tab.readBack.get(key) ?? []).every((one) => tab.input.includes(one));
        if (how === undefined && tab.order?.key !== key && copies.length > 0) return false;
        const known = tab.readBack.get(key);
        if (known && inInput(tab, names).some((one) => !known.includes(one))) return false;
        return names.every((name) => inForm.includes(name));
      })
      .map(({ key }) => key);
    const commands = this.#page(at, { type: 'click', page: { there, isReady: true } });
    // From now on the checklist has them in sight, as sent or as not sure.
    const clicked = tab.page.given.filter(({ stage }) => stage === 'clicked');
    for (const { file } of clicked
      .flatMap(({ choices }) => choices)
      .flatMap(({ files }) => files)) {
      this.chosen[at]?.delete(this.#diskFile(file));
    }
    return !commands.some((command) => command.do === 'stop click');
  }

  panel(at: number, event: SessionEvent): void {
    if (this.tab(at).session) this.#session(at, event);
  }

  // ── the page ─────────────────────────────────────────────────────────────────────────────

  /** It submits by itself, without the person. */
  submitByItself(at: number): void {
    if (this.tab(at).hasForm) this.#submit(at, false);
  }

  emptyInput(at: number): void {
    const tab = this.tab(at);
    tab.input = [];
    // Without the assistant nobody but the page has the files.
    if (tab.isAside || tab.isAssistantGone) this.chosen[at]?.clear();
  }

  /** Thanks for the last submission appear, on this page or as another page. */
  thank(at: number, how: 'in place' | 'another page', lost = 0): void {
    const tab = this.tab(at);
    if (tab.isClosed) return;
    const { lastReceived } = tab;
    if (lastReceived && !lastReceived.byClick) {
      // Files that the person took away meanwhile, or thanks that may be for an earlier click: nobody can tell.
      const given = tab.page.given.flatMap(({ records }) => records);
      const hashes = given.map(({ attachedSha256 }) => attachedSha256);
      lastReceived.isThankedWithoutClick =
        lost === 0 &&
        !tab.isAssistantGone &&
        tab.page.given.every(({ stage }) => stage === 'standing') &&
        tab.submissions.every(({ is }) => is !== 'clicked') &&
        lastReceived.files.every(({ content }) => hashes.includes(hashOf(content)));
    }
    if (how === 'another page') this.openPage(at, 'thanks', lost);
    else this.#showThanks(at);
    // No number stands in for the thanks of a page that submits by itself.
    if (lastReceived?.isThankedWithoutClick) {
      for (const said of tab.toBackground) this.#surelySaid.add(said);
    }
    // Nobody can tell which of several submissions the page thanks for. It has them all.
    for (const one of this.received) if (one.tab === at) one.isThanked = true;
    if (tab.lastReceived) tab.lastReceived.isThankedInTime = !tab.isAssistantGone;
    tab.lastReceived = undefined;
  }

  /** @param lost how many of the last messages the page takes down with it */
  openPage(at: number, shows: 'form' | 'thanks', lost = 0): void {
    const tab = this.tab(at);
    if (tab.isClosed) return;
    if (lost > 0) {
      const late = tab.toBackground.filter((one) => !this.#surelySaid.has(one)).slice(-lost);
      tab.toBackground = tab.toBackground.filter((one) => !late.includes(one));
      // Thanks that another page showed, and that were left before the background could say for what.
      if (tab.showsThanks && !tab.isThanksMarked) {
        for (const one of this.received) if (one.tab === at) one.isThankedInTime = false;
      }
    }
    Object.assign(tab, freshPage());
    tab.hasForm = shows === 'form';
    this.chosen[at]?.clear();
    const { marks } = tab;
    if (marks.clicked.length + marks.thanked.length > 0) {
      this.#tell(at, { name: 'marks found', payload: marks }, () => {
        tab.marks = { clicked: [], thanked: [] };
      });
    }
    this.#tell(at, { name: 'page opened', payload: {} });
    if (shows === 'thanks') this.#showThanks(at);
  }

  /** The page is complete for a while, and has no thanks. */
  noThanks(at: number): void {
    if (!this.tab(at).showsThanks) this.#tell(at, { name: 'no thanks here', payload: {} });
  }

  /** Another page, and back to this one, which the browser had kept whole. */
  leaveAndComeBack(at: number): void {
    if (this.tab(at).isClosed) return;
    this.#tell(at, { name: 'page opened', payload: {} });
    this.#tell(at, { name: 'page opened', payload: {} });
    if (!this.tab(at).isAssistantGone) this.#page(at, { type: 'shown again' });
  }

  /** The page writes numbers into the tab's storage: those it saw there before, or its own. */
  forgeMark(at: number, own: string): void {
    const tab = this.tab(at);
    const seen = [...tab.marks.clicked, ...tab.marks.thanked, own];
    tab.marks = { clicked: seen, thanked: seen };
  }

  closeTab(at: number): void {
    const tab = this.tab(at);
    // What was said before still arrives; nobody is left to say it again.
    while (this.deliver(at, 'to background'));
    this.#note(at, { type: 'tab closed' });
    Object.assign(tab, freshPage(), { isAssistantGone: true, hasForm: false, isClosed: true });
    tab.lastReceived = undefined;
    this.chosen[at]?.clear();
  }

  // ── the browser ──────────────────────────────────────────────────────────────────────────

  killPanel(at: number): void {
    const tab = this.tab(at);
    tab.session = undefined;
    tab.work = [];
    tab.copying = undefined;
    tab.toPage = [];
    tab.toPanel = [];
    tab.isPanelDead = true;
    this.#feelPulse(at);
  }

  /** A panel that holds files and no longer answers is noticed after a while. */
  #feelPulse(at: number): void {
    const tab = this.tab(at);
    if (!tab.isPanelDead || tab.isAside || tab.page.held.length === 0) return;
    tab.work.push(() => {
      if (!tab.isAside && tab.page.held.length > 0) this.#standAside(at);
    });
  }

  #standAside(at: number): void {
    const tab = this.tab(at);
    tab.isAside = true;
    this.#page(at, { type: 'panel gone' });
  }

  /** A new version: the old script says no more, and gives back what it holds. */
  updateExtension(at: number): void {
    const tab = this.tab(at);
    if (tab.isAssistantGone) return;
    this.#page(at, { type: 'panel gone' });
    // What was said before still arrives.
    while (this.deliver(at, 'to background'));
    this.#note(at, { type: 'tab closed' });
    tab.lastReceived = undefined;
    tab.session = undefined;
    tab.work = [];
    tab.toScript = [];
    tab.toPanel = [];
    tab.toPage = [];
    tab.isAssistantGone = true;
  }

  /** Delivers or does the next of something. @returns whether there was anything */
  deliver(
    at: number,
    what: 'to panel' | 'to page' | 'to background' | 'to script' | 'work',
  ): boolean {
    const tab = this.tab(at);
    if (what === 'to panel') {
      const message = tab.toPanel.shift();
      if (message) this.#panelHears(at, message);
      return message !== undefined;
    }
    if (what === 'to page') {
      const message = tab.toPage.shift();
      if (message) this.#scriptHears(at, message);
      return message !== undefined;
    }
    const queues = { 'to background': tab.toBackground, 'to script': tab.toScript, work: tab.work };
    const next = queues[what].shift();
    next?.();
    return next !== undefined;
  }

  /** Until nothing is on its way any more. */
  settle(): void {
    const all = ['to background', 'to script', 'to panel', 'to page', 'work'] as const;
    const isBusy = () => this.tabs.some((_, at) => all.some((what) => this.deliver(at, what)));
    for (let steps = 0; isBusy(); steps += 1) {
      if (steps > 2000) throw new Error('It never comes to rest.');
    }
  }

  // ── the panel ────────────────────────────────────────────────────────────────────────────

  #session(at: number, event: SessionEvent): void {
    const tab = this.tab(at);
    if (!tab.session) return;
    const { state, commands } = nextSessionStep(tab.session, event);
    tab.session = state;
    for (const command of commands) this.#panelDoes(at, command);
  }

  #panelHears(at: number, message: FromPage): void {
    const tab = this.tab(at);
    if (!tab.session && !tab.isAside) tab.session = newSession(true);
    if (message.type !== 'copied') this.#session(at, { type: 'heard', message });
    else this.#copied(at, message.file);
  }

  #panelDoes(at: number, command: SessionCommand): void {
    const tab = this.tab(at);
    switch (command.do) {
      case 'say':
        tab.toPage.push(command.message);
        break;
      case 'check': {
        const { id, file } = command;
        tab.work.push(() => {
          const inspection = inspectionOf(this.#diskFile(file));
          this.#session(at, { type: 'checked', id, inspection, recalled: {} });
        });
        break;
      }
      case 'copy':
        tab.copying = { ticket: command.ticket, proven: [], changed: [], left: [...command.files] };
        this.#copyNext(at);
        break;
      case 'stop':
      case 'make':
      case 'take out':
      case 'cut by year':
      case 'save':
      case 'save nothing':
        break;
    }
  }

  #copyNext(at: number): void {
    const tab = this.tab(at);
    const { copying } = tab;
    if (!copying) return;
    const [next] = copying.left;
    if (!next) {
      tab.copying = undefined;
      const { ticket, proven, changed } = copying;
      this.#session(at, { type: 'copied', ticket, files: proven, changed });
      return;
    }
    const copy = `copy-${this.#serial++}`;
    tab.toPage.push({
      type: 'copy',
      copy,
      name: next.plan.name,
      of: { kind: 'chosen', id: next.file.id },
    });
  }

  #copied(at: number, file: File | undefined): void {
    const { copying } = this.tab(at);
    const prepared = copying?.left.shift();
    if (!copying || !prepared) return;
    const copied = file && COPIES.get(file);
    const hash = copied && hashOf(copied.content);
    if (copied && hash !== undefined && hash === checkedHash(prepared.file)) {
      const record = attachedFile(prepared, { bytes: 1, sha256: hash });
      copying.proven.push({ ...prepared, copy: copied.copy, record });
    } else copying.changed.push(prepared.file.id);
    this.#copyNext(at);
  }

  #diskFile(handle: File): DiskFile {
    const file = this.disk.find((one) => one.handle === handle);
    if (!file) throw new Error('No such file.');
    return file;
  }

  // ── the content script ───────────────────────────────────────────────────────────────────

  #page(at: number, event: FilesEvent): readonly FilesCommand[] {
    const tab = this.tab(at);
    if (tab.isAssistantGone) return [];
    const { state, commands } = nextFilesStep(tab.page, event);
    tab.page = state;
    for (const command of commands) this.#scriptDoes(at, command);
    this.#feelPulse(at);
    return commands;
  }

  #scriptHears(at: number, message: FromPanel): void {
    const tab = this.tab(at);
    switch (message.type) {
      case 'copy': {
        const handle =
          message.of.kind === 'chosen' ? this.#heldFile(tab, message.of.id) : undefined;
        const file = new File([], message.name);
        if (handle && !handle.isDeleted) {
          const { content } = contentOf(handle);
          tab.copies.set(message.copy, { name: message.name, content });
          COPIES.set(file, { copy: message.copy, content });
          tab.toPanel.push({ type: 'copied', copy: message.copy, file });
        } else tab.toPanel.push({ type: 'copied', copy: message.copy });
        return;
      }
      case 'attach': {
        const { choice, files, description } = message;
        const copies = files.map(({ copy }) => copy);
        const records = files.map(({ record }) => record);
        const proof = this.#newProof();
        this.#page(at, {
          type: 'attach',
          order: { proof, choice, copies, records, description },
        });
        return;
      }
      case 'let go':
        this.chosen[at]?.clear();
        this.#page(at, { type: 'let go' });
        return;
      case 'hold again':
        for (const { files } of tab.page.letGo) {
          for (const { file } of files) this.chosen[at]?.add(this.#diskFile(file));
        }
        this.#page(at, { type: 'hold again' });
        return;
      case 'put back':
        this.#page(at, { type: 'put back', ids: message.ids, rules: message.rules });
        return;
      case 'take back':
        tab.input = [];
        tab.toScript.push(() => {
          this.#page(at, { type: 'taken back', isComplete: tab.taken.length === 0 });
        });
        return;
      default:
        return;
    }
  }

  #heldFile(tab: Tab, id: string): DiskFile | undefined {
    const choices = [...tab.page.held, ...tab.page.given.flatMap((one) => one.choices)];
    const chosen = choices.flatMap(({ files }) => files).find((one) => one.id === id);
    return chosen && this.#diskFile(chosen.file);
  }

  #scriptDoes(at: number, command: FilesCommand): void {
    const tab = this.tab(at);
    switch (command.do) {
      case 'say':
        if (!tab.isAside && !tab.isPanelDead) tab.toPanel.push(command.message);
        break;
      case 'tell':
        this.#tell(at, command.message, () => {
          if (command.message.name === 'submission clicked')
            tab.marks = { ...tab.marks, clicked: [] };
          if (command.message.name === 'thanks shown') tab.marks = { ...tab.marks, thanked: [] };
        });
        break;
      case 'mark': {
        const numbers = command.proofs.map(({ clickNumber, thanksNumber }) =>
          command.as === 'clicked' ? clickNumber : thanksNumber,
        );
        tab.marks = { ...tab.marks, [command.as]: numbers };
        break;
      }
      case 'fill fields': {
        const { key } = command;
        tab.toScript.push(() => this.#page(at, { type: 'fields filled', key }));
        break;
      }
      case 'read fields back':
        tab.toScript.push(() => {
          const fields = { purpose: 'filled', description: 'filled' } as const;
          this.#page(at, { type: 'fields read back', fields });
        });
        break;
      case 'read back':
        this.#readBack(at, command);
        break;
      case 'announce':
        this.#announce(at, command);
        break;
      case 'give':
        this.#give(at, command);
        break;
      case 'put back':
        tab.input = [
          ...tab.input,
          ...command.choices
            .flatMap(({ files }) => files)
            .map(({ file }) => ({ ...contentOf(this.#diskFile(file)), isProven: false })),
        ];
        this.#pageTakes(tab);
        break;
      case 'stop click':
        break;
    }
  }

  #announce(at: number, { key, proof, records }: Extract<FilesCommand, { do: 'announce' }>): void {
    const tab = this.tab(at);
    const page = tab.toScript;
    tab.toBackground.push(() => {
      const files = records.map((file) => ({ organization: ORGANIZATION, file }));
      this.#note(at, { type: 'announced', announced: { ...proof, files } });
      // The answer goes to the script that asked; of a page that is gone by now nobody hears it.
      page.push(() => this.#page(at, { type: 'announced', key, proof, answer: 'announced' }));
    });
  }

  #give(at: number, { key, copies }: Extract<FilesCommand, { do: 'give' }>): void {
    const tab = this.tab(at);
    const files = copies.flatMap((copy): Held[] => {
      const made = tab.copies.get(copy);
      return made ? [{ ...made, isProven: true }] : [];
    });
    const before = tab.taken;
    tab.input = tab.kind === 'refusing' ? [] : files;
    tab.order = { key, before };
    this.#pageTakes(tab);
    const names = files.map(({ name }) => name);
    tab.toScript.push(() => {
      tab.order = undefined;
      this.#settled(at, { key, names }, before, false);
    });
  }

  #readBack(at: number, files: Extract<FilesCommand, { do: 'read back' }>): void {
    const tab = this.tab(at);
    if (tab.passed) tab.readBack.set(files.key, [tab.passed]);
    const before = tab.taken;
    const names = files.records.map(({ name }) => name);
    tab.toScript.push(() => this.#settled(at, { key: files.key, names }, before, true));
  }

  /** What the page did with the files, read back from it. */
  #settled(
    at: number,
    { key, names }: { readonly key: number; readonly names: readonly string[] },
    before: readonly Held[],
    isByHand: boolean,
  ): void {
    const tab = this.tab(at);
    const isIn = isByHand
      ? (tab.readBack.get(key) ?? []).every((one) => tab.input.includes(one))
      : names.length === tab.input.length &&
        names.every((name) => tab.input.some((one) => one.name === name));
    if (isIn) tab.readBack.set(key, inInput(tab, names));
    const isTaken = names.every((name) =>
      tab.taken.some((one) => one.name === name && !before.includes(one)),
    );
    const outcome = isIn ? 'in the input' : isTaken ? 'taken by the page' : 'refused';
    this.#page(at, { type: 'settled', key, outcome });
  }

  #pageTakes(tab: Tab): void {
    if (tab.kind !== 'widget') return;
    tab.taken = [...tab.taken, ...tab.input];
    tab.input = [];
  }

  #showThanks(at: number): void {
    const tab = this.tab(at);
    tab.showsThanks = true;
    tab.isThanksMarked = tab.page.given.some(({ stage }) => stage === 'clicked');
    if (!tab.isAssistantGone) this.#page(at, { type: 'thanks' });
  }

  #submit(at: number, byClick: boolean): void {
    const tab = this.tab(at);
    const files = [...tab.input, ...tab.taken];
    const received: Received = {
      tab: at,
      files,
      byClick,
      isWatched: !tab.isAssistantGone,
      isThanked: false,
      isThankedWithoutClick: false,
      isThankedInTime: false,
    };
    this.received.push(received);
    tab.lastReceived = received;
    tab.showsThanks = false;
    // What was sent is no longer the assistant's to keep in sight.
    for (const { name } of files) {
      for (const file of this.chosen[at] ?? []) {
        if (name.startsWith(file.label)) this.chosen[at]?.delete(file);
      }
    }
  }

  #newProof(): Proof {
    const n = this.#serial++;
    return {
      submission: `submission-${n}`,
      clickNumber: `click-${n}`,
      thanksNumber: `thanks-${n}`,
    };
  }

  // ── the background ───────────────────────────────────────────────────────────────────────

  #tell(
    at: number,
    message: SentMessage<ToldOfFiles | ToldOfPage>,
    onNoted: () => void = () => {},
  ): void {
    const tab = this.tab(at);
    const { toScript } = tab;
    tab.toBackground.push(() => {
      this.#backgroundHears(at, message);
      toScript.push(onNoted);
    });
  }

  #backgroundHears(at: number, { name, payload }: SentMessage<ToldOfFiles | ToldOfPage>): void {
    // What lib/background/submission-handlers.ts makes of these messages.
    if (name === 'files sent anyway') return;
    const type = name.replace('submission ', '') as TabEvent['type'];
    this.#note(at, { type, ...payload } as TabEvent);
  }

  #note(at: number, event: TabEvent): void {
    const tab = this.tab(at);
    const { after, record } = nextTabStep(tab.submissions, event);
    tab.submissions = after;
    this.ledger.push(...record);
  }
}

/** What a copy that crossed the port holds. */
const COPIES = new WeakMap<File, { readonly copy: string; readonly content: string }>();

function newTab(kind: PageKind): Tab {
  return {
    kind,
    ...freshPage(),
    marks: { clicked: [], thanked: [] },
    toBackground: [],
    submissions: NO_SUBMISSIONS,
    lastReceived: undefined,
    isClosed: false,
  };
}

/** A page takes its content script, its panel and what was on its way between them with it. */
function inInput({ input }: Tab, names: readonly string[]): readonly Held[] {
  return input.filter(({ name }) => names.includes(name));
}

function freshPage() {
  return {
    input: [],
    taken: [],
    hasForm: true,
    showsThanks: false,
    isThanksMarked: false,
    page: NO_FILES,
    isAside: false,
    isAssistantGone: false,
    isPanelDead: false,
    copies: new Map<string, { name: string; content: string }>(),
    readBack: new Map<number, readonly Held[]>(),
    passed: undefined,
    order: undefined,
    nextChoice: 1,
    session: undefined,
    work: [],
    copying: undefined,
    toPanel: [],
    toPage: [],
    toScript: [],
  } satisfies Partial<Tab>;
}
