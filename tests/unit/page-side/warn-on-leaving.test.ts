// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { warnOnLeaving } from '../../../lib/page-side/warn-on-leaving.ts';
import { loudly } from '../support/loudly.ts';

let stop = new AbortController();
let isUnsubmitted = true;

/** @returns whether the browser asks the person first */
function leave(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

beforeEach(() => {
  stop.abort();
  stop = new AbortController();
  isUnsubmitted = true;
  warnOnLeaving(window, { signal: stop.signal, safely: loudly }, () => isUnsubmitted);
});

describe('leaving the page', () => {
  it('is asked about once while files stand in the form, and free after that', () => {
    expect(leave()).toBe(true);
    expect(leave()).toBe(false);
  });

  it('is free while no files stand there; the one question is still to come', () => {
    isUnsubmitted = false;
    expect(leave()).toBe(false);
    isUnsubmitted = true;
    expect(leave()).toBe(true);
  });

  it('is free once the assistant has stopped', () => {
    stop.abort();
    expect(leave()).toBe(false);
  });
});
