import type { Doc } from '../e2e/drivers/driver.ts';

/** The position of an element on the page: left, top, width, height in CSS pixels. */
export type Place = readonly [number, number, number, number];

declare global {
  interface Window {
    layoutShiftScore?: number;
  }
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
}

/** Watches from the start of the page, with the browser's own measure. Firefox has none. */
export function watchLayoutShift(page: Doc): Promise<void> {
  return page.evaluate(() => {
    window.layoutShiftScore = 0;
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
    const add = (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        window.layoutShiftScore = (window.layoutShiftScore ?? 0) + entry.value;
      }
    };
    new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
  }, undefined);
}

export function layoutShift(page: Doc): Promise<number> {
  return page.evaluate(() => window.layoutShiftScore ?? 0, undefined);
}

/** The places of all elements on the page, in order, without the assistant's. */
export function placesOf(page: Doc): Promise<Place[]> {
  return page.evaluate(() => {
    const OURS = '[data-upload-assistant], [data-upload-assistant] *';
    return [...document.querySelectorAll('body, body *')]
      .filter((element) => !element.matches(OURS))
      .map((element): Place => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left, top, width, height];
      });
  }, undefined);
}

/** @throws if the pages do not have the same elements */
export function movedShare(before: readonly Place[], after: readonly Place[]): number {
  if (before.length !== after.length) {
    throw new Error(`There were ${before.length} elements, and are ${after.length}.`);
  }
  const moved = after.filter((place, at) => place.join() !== before[at]?.join());
  return moved.length / before.length;
}
