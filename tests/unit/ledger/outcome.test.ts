import { describe, expect, it } from 'vitest';
import { checklistOf } from '../../../lib/ledger/checklist.ts';
import type { NewEvent } from '../../../lib/ledger/events.ts';
import { outcomeOf, toGo } from '../../../lib/ledger/outcome.ts';
import { doubtWords, outcomeWords } from '../../../lib/ledger/outcome-words.ts';
import { sentFile, uuid } from '../support/attached-file.ts';
import { did, doubted, log, organization } from '../support/ledger.ts';
import { sayIn } from '../support/say-in.ts';

const FIRST = uuid(800_001);
const SECOND = uuid(800_002);
const OTHER = uuid(800_003);
const SENR = sentFile('SENR');
const SINF = sentFile('SINF');
const AT = new Date(2023, 9, 20, 16, 52).getTime();

/** The n-th of these events has the time n. */
const outcome = (...entries: readonly NewEvent[]) => outcomeOf([FIRST, SECOND], log(...entries));

describe('the outcome of a submission', () => {
  it('is nothing while only the click is known', () => {
    expect(outcome(did('attached'), did('submitted'))).toBeUndefined();
  });

  it('is sent at the moment of the thanks', () => {
    const sent = [{ at: 2, file: SENR }];
    expect(outcome(did('submitted'), did('confirmed-on-page'))).toEqual({ sent, notSure: [] });
  });

  it('is not sure without the thanks', () => {
    const notSure = [{ at: 2, file: SENR, why: 'tab closed' }];
    expect(outcome(did('submitted'), doubted())).toEqual({ sent: [], notSure });
  });

  it.each([
    ['after the doubt', [doubted(), did('confirmed-on-page')]],
    ['before the doubt', [did('confirmed-on-page'), doubted()]],
  ])('is sent if the thanks came %s', (_, entries) => {
    expect(outcome(...entries)).toMatchObject({ sent: [{ file: SENR }], notSure: [] });
  });

  it('tells each file by itself, and none of another submission', () => {
    const found = outcome(
      did('confirmed-on-page', SENR, FIRST),
      doubted(SINF, SECOND),
      did('confirmed-on-page', sentFile('SELA'), OTHER),
    );
    expect(found?.sent.map(({ file }) => file)).toEqual([SENR]);
    expect(found?.notSure.map(({ file }) => file)).toEqual([SINF]);
  });
});

describe('what is to go', () => {
  const left = (...entries: readonly NewEvent[]) =>
    toGo(checklistOf(organization(), log(...entries)));

  it('is each required file that was not sent', () => {
    expect(left()).toBe(7);
    expect(left(did('confirmed-on-page'))).toBe(6);
    expect(left(did('attached'))).toBe(7);
  });

  it('is not told where no file is required', () => {
    expect(toGo(checklistOf(organization({ rounds: [] }), []))).toBeUndefined();
  });
});

describe('the words of an outcome', () => {
  const words = (sent: number, notSure: number, open?: number, language: 'en' | 'es' = 'en') =>
    outcomeWords({
      sent: Array.from({ length: sent }, () => ({ at: AT, file: SENR })),
      notSure: Array.from({ length: notSure }, () => ({
        at: AT,
        file: SINF,
        why: 'another page',
      })),
      ...(open !== undefined && { toGo: open }),
    })
      .map(sayIn(language))
      .join(' \u00B7 ')
      .replace(/\s/g, ' ');

  it.each([
    [7, 0, 28, '7 sent at 4:52 PM \u00B7 28 to go'],
    [1, 0, 1, '1 sent at 4:52 PM \u00B7 1 to go'],
    [1, 0, 0, '1 sent at 4:52 PM \u00B7 0 to go'],
    [1, 0, undefined, '1 sent at 4:52 PM'],
    [6, 1, 29, '6 sent at 4:52 PM \u00B7 1 not sure \u00B7 29 to go'],
    [0, 2, undefined, '2 not sure'],
  ])('are for %i sent, %i not sure, and %s to go: %s', (sent, notSure, open, said) => {
    expect(words(sent, notSure, open)).toBe(said);
  });

  it('are in Spanish for who reads Spanish', () => {
    expect(words(7, 0, 28, 'es')).toMatch(/^7 enviados a las 16:52 \u00B7 faltan 28$/);
  });

  it('say each reason for a doubt once', () => {
    const why = 'another page';
    const notSure = [SENR, SINF].map((file) => ({ at: AT, file, why }) as const);
    expect(doubtWords({ sent: [], notSure })).toEqual([['doubt_another_page', { day: AT }]]);
  });
});
