/**
 * No event tells a page that a terminated worker is really gone, but its locks go with it. The
 * worker holds one lock for life, and the next owner of the lock knows.
 */
const LOCK = 'worker is alive';

export function holdUntilEnd(): void {
  void navigator.locks.request(LOCK, () => new Promise(() => {}));
}

export async function isWorkerAlive(): Promise<boolean> {
  const { held } = await navigator.locks.query();
  return held?.some(({ name }) => name === LOCK) === true;
}

export async function untilWorkerGone(): Promise<void> {
  await navigator.locks.request(LOCK, () => {});
}
