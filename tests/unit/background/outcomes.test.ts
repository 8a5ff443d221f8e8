import { beforeEach, describe, expect, it } from 'vitest';
import { sentFile } from '../support/attached-file.ts';
import type { Step } from '../support/background-world.ts';
import { OTHER_TAB, PRIVATE, stepsIn, TAB, World } from '../support/background-world.ts';
import { organization, saved } from '../support/ledger.ts';

const { attach, CLICK, THANKS, OPENED, NO_THANKS } = stepsIn(TAB);
const RELOADED: Step = (world) => world.ask('page opened', { isReload: true }, TAB);
const DISMISS: Step = (world) => world.ask('dismiss outcome', {}, TAB);
const SENR = sentFile('SENR');
const SINF = sentFile('SINF');
const SENT: readonly Step[] = [attach(SENR, SINF), CLICK, OPENED, THANKS];

let world = new World();
beforeEach(() => {
  world = new World();
});

const read = (sender = TAB) => world.ask('read outcome', {}, sender);
const namesSent = async () => (await read())?.sent.map(({ file }) => file.name);

describe('the outcome that a page tells', () => {
  it('is there from the thanks on, not from the click', async () => {
    await world.play(attach(SENR, SINF), CLICK, OPENED);
    expect(await read()).toBeUndefined();
    await world.play(THANKS);
    const thanks = (await world.events()).filter(({ kind }) => kind === 'confirmed-on-page');
    expect(await read()).toEqual({
      sent: [SENR, SINF].map((file, nth) => ({ at: thanks[nth]?.at, file })),
      notSure: [],
    });
  });

  it('is told in its own tab alone', async () => {
    await world.play(...SENT);
    expect(await read(OTHER_TAB)).toBeUndefined();
  });

  it('says how many files are to go once a checklist is set up', async () => {
    await world.record(saved(organization()));
    await world.play(...SENT);
    expect(await read()).toMatchObject({ toGo: 5 });
  });

  it('is not sure where the page that answers does not thank', async () => {
    await world.play(attach(SENR), CLICK, OPENED, NO_THANKS);
    expect(await read()).toMatchObject({ sent: [], notSure: [{ why: 'another page' }] });
    await world.play(RELOADED);
    expect(await read()).toMatchObject({ notSure: [{ file: SENR }] });
  });

  it('comes back with a reload, and goes with the page', async () => {
    await world.play(...SENT, RELOADED);
    expect(await namesSent()).toHaveLength(2);
    await world.play(OPENED);
    expect(await read()).toBeUndefined();
  });

  it('stays dismissed', async () => {
    await world.play(...SENT, DISMISS);
    expect(await read()).toBeUndefined();
    await world.play(RELOADED, THANKS);
    expect(await read()).toBeUndefined();
  });

  it('goes with the next upload, whose outcome it does not have', async () => {
    await world.play(...SENT, attach(sentFile('SELA')));
    expect(await read()).toBeUndefined();
    await world.play(CLICK, THANKS);
    expect(await namesSent()).toEqual(['SELA 2022-23.txt']);
  });

  it('is not kept in a private window', async () => {
    const inPrivate = stepsIn(PRIVATE);
    await world.announce([SENR], PRIVATE);
    await world.play(inPrivate.THANKS);
    expect(await read(PRIVATE)).toBeUndefined();
  });
});
