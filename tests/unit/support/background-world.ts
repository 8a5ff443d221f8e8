import { createBackground } from '../../../lib/background/background.ts';
import type { Badge } from '../../../lib/background/badge.ts';
import type { KeyValueArea } from '../../../lib/background/key-value-area.ts';
import type { FileType } from '../../../lib/calpads/file-types.ts';
import type { AttachedFile } from '../../../lib/ledger/attached-file.ts';
import { checklistOf } from '../../../lib/ledger/checklist.ts';
import type { LedgerEvent, NewEvent } from '../../../lib/ledger/events.ts';
import { inOrder } from '../../../lib/ledger/events.ts';
import { LedgerStore } from '../../../lib/ledger/store.ts';
import type { LedgerView } from '../../../lib/messaging/ledger-messages.ts';
import type { Answer, MessageName, Payload, Sender } from '../../../lib/messaging/messages.ts';
import { countingIds } from './attached-file.ts';
import type { MemoryArea } from './key-value-area.ts';
import { memoryArea } from './key-value-area.ts';
import { MemoryDatabase } from './memory-database.ts';
import type { Life } from './mortal.ts';
import { mortalDatabase } from './mortal.ts';

export const TAB: Sender = { tabId: 7, isPrivate: false };
export const OTHER_TAB: Sender = { tabId: 8, isPrivate: false };
export const POPUP: Sender = { tabId: undefined, isPrivate: false };
export const PRIVATE: Sender = { tabId: 9, isPrivate: true };

type Background = ReturnType<typeof createBackground>;
type Announced = Omit<Payload<'submission announced'>, 'files'>;

/** A background with all that it needs, in memory. What it stores outlives it. */
export class World {
  readonly main = new MemoryDatabase();
  readonly copy = new MemoryDatabase();
  readonly local: MemoryArea = memoryArea();
  readonly session: MemoryArea = memoryArea();
  readonly opened: string[] = [];
  readonly badges: Badge[] = [];
  readonly tabBadges = new Map<number, Badge | undefined>();
  readonly timers = new Map<number, number>();
  readonly clock = { at: new Date(2023, 9, 20, 12).getTime() };
  hasAccess = true;
  newId = countingIds();
  background: Background = this.start();
  /** The latest announcement that the background took. */
  #announced: Announced | undefined;

  /** Ends the background and starts another. @param life of the new one */
  start(life?: Life): Background {
    const clock = { now: () => this.clock.at, newId: () => this.newId() };
    const local = life ? mortalArea(this.local, life) : this.local;
    const deps = { ...clock, version: '0.1.0', memory: local };
    const database = (one: MemoryDatabase) => (life ? mortalDatabase(one, life) : one);
    const spend = () => life?.spend();
    this.background = createBackground({
      ...clock,
      store: new LedgerStore(deps, database(this.main), database(this.copy)),
      local,
      session: life ? mortalArea(this.session, life) : this.session,
      open: async (page, tab) => void this.opened.push(tab ? `${page}#${tab}` : page),
      showBadge: async (badge) => void this.badges.push(badge),
      showTabBadge: async (tabId, badge) => void this.tabBadges.set(tabId, badge),
      hasAccess: async () => this.hasAccess,
      setTimer: async (tabId, minutes) => {
        spend();
        this.timers.set(tabId, minutes);
      },
      clearTimer: async (tabId) => {
        spend();
        this.timers.delete(tabId);
      },
    });
    return this.background;
  }

  ask<Name extends MessageName>(
    name: Name,
    payload: Payload<Name>,
    sender: Sender = POPUP,
  ): Promise<Answer<Name>> {
    return this.background.handlers[name](payload, sender);
  }

  /** One after the other. */
  async play(...steps: readonly Step[]): Promise<void> {
    for (const step of steps) await step(this);
  }

  async announce(
    files: readonly AttachedFile[],
    sender = TAB,
  ): Promise<Answer<'submission announced'>> {
    const proof = {
      submission: crypto.randomUUID(),
      clickNumber: crypto.randomUUID(),
      thanksNumber: crypto.randomUUID(),
    };
    const answer = await this.ask('submission announced', { ...proof, files }, sender);
    if (answer.kind === 'announced') this.#announced = proof;
    return answer;
  }

  /** The latest submission that was announced. */
  get announced(): Announced {
    if (!this.#announced) throw new Error('Nothing was announced.');
    return this.#announced;
  }

  record(...events: readonly NewEvent[]): Promise<Answer<'record'>> {
    return this.ask('record', { events });
  }

  choose(organization: string): Promise<Answer<'choose organization'>> {
    return this.ask('choose organization', { organization });
  }

  view(): Promise<LedgerView> {
    return this.ask('read ledger', {});
  }

  async events(): Promise<LedgerEvent[]> {
    return inOrder(await this.ask('read everything', {}));
  }

  async kinds(): Promise<string[]> {
    return (await this.events()).map(({ kind }) => kind);
  }

  async statusOf(type = 'SENR', year = '2022-23'): Promise<string | undefined> {
    const { organizations, current, events } = await this.view();
    const { cells } = checklistOf(
      organizations.find(({ id }) => id === current),
      events,
    );
    return cells.find((cell) => cell.fileType === type && cell.schoolYear === year)?.status;
  }

  standing(tabId: number): Promise<Answer<'read page state'>> {
    return this.ask('read page state', { tabId });
  }

  recall(contentHash: string, reportingLea?: string, sender = TAB) {
    return this.ask('recall file', { contentHash, reportingLea }, sender);
  }

  async knownYears(fileType: FileType, reportingLea?: string) {
    const file = { contentHash: 'f'.repeat(64), reportingLea, fileType };
    return (await this.ask('recall file', file, TAB)).knownYears;
  }
}

/** Something that happens to the world. */
export type Step = (world: World) => Promise<unknown>;

/** What the content script in that tab tells, about the latest submission that was announced. */
export function stepsIn(tab: Sender) {
  const announce =
    (...files: readonly AttachedFile[]): Step =>
    (world) =>
      world.announce(files, tab);
  const STANDS: Step = (world) =>
    world.ask('submission stands', { submission: world.announced.submission }, tab);
  return {
    announce,
    STANDS,
    attach:
      (...files: readonly AttachedFile[]): Step =>
      async (world) => {
        await announce(...files)(world);
        await STANDS(world);
      },
    WITHDRAWN: ((world) =>
      world.ask('submission withdrawn', { submission: world.announced.submission }, tab)) as Step,
    CLICK: ((world) =>
      world.ask('submission clicked', { submissions: [world.announced.submission] }, tab)) as Step,
    CLICK_FOUND: ((world) =>
      world.ask(
        'marks found',
        { clicked: [world.announced.clickNumber], thanked: [] },
        tab,
      )) as Step,
    THANKS_FOUND: ((world) =>
      world.ask(
        'marks found',
        { clicked: [], thanked: [world.announced.thanksNumber] },
        tab,
      )) as Step,
    THANKS: ((world) => world.ask('thanks shown', {}, tab)) as Step,
    OPENED: ((world) => world.ask('page opened', {}, tab)) as Step,
    NO_THANKS: ((world) => world.ask('no thanks here', {}, tab)) as Step,
  };
}

/** An area that stops doing anything once that life has ended. */
function mortalArea(area: KeyValueArea, life: Life): KeyValueArea {
  return {
    async get(key) {
      life.spend();
      return area.get(key);
    },
    async set(key, value) {
      life.spend();
      await area.set(key, value);
    },
    async remove(key) {
      life.spend();
      await area.remove(key);
    },
    async clear() {
      life.spend();
      await area.clear();
    },
  };
}
