import type { Doc } from '../e2e/drivers/driver.ts';

/** How a page changes itself 1,000 times a second, the pace of the practice portal's busy page. */
export const KINDS = [
  'texts of advertisements',
  'elements of advertisements',
  'attributes',
  'fields that come and go',
  'the form drawn anew',
] as const;

export type ChangeKind = (typeof KINDS)[number];

/**
 * How long the page changes, in seconds. After that there is time for the effects of the last
 * change.
 */
export const CHANGING_SECONDS = 4;

export function change(page: Doc, kind: ChangeKind): Promise<void> {
  return page.evaluate(changeInPage, { wanted: kind, seconds: CHANGING_SECONDS });
}

async function changeInPage({ wanted, seconds }: { wanted: ChangeKind; seconds: number }) {
  const BATCHES = 20 * seconds;
  const BATCH = 50;
  const PACE_MS = 50;
  const AFTERMATH_MS = 500;
  const main = document.querySelector('main') ?? document.body;
  const place = document.createElement('aside');
  place.innerHTML = '<p>Offer</p>'.repeat(5);
  main.append(place);
  const ads = [...place.children];
  const made: Element[] = [];

  const comeOrGo = (names: readonly string[], at: number) => {
    const old = made.length > 20 ? made.shift() : undefined;
    if (old) return old.remove();
    const element = document.createElement(names[at % names.length] ?? 'div');
    element.innerHTML = element instanceof HTMLInputElement ? '' : '<span>Now</span>';
    made.push(element);
    place.append(element);
  };
  const parts = () => [...document.querySelectorAll('form.upload-form > *')];
  const steps: Record<ChangeKind, (at: number) => void> = {
    'texts of advertisements': (at) => {
      const ad = ads[at % ads.length];
      if (ad) ad.textContent = `Offer ${at}`;
    },
    'elements of advertisements': (at) => comeOrGo(['div', 'img', 'a', 'ul'], at),
    attributes: (at) => {
      const ad = ads[at % ads.length];
      ad?.setAttribute(['class', 'style', 'hidden', 'aria-label'][at % 4] ?? '', `left: ${at}px`);
    },
    'fields that come and go': (at) => comeOrGo(['input', 'button', 'select', 'label'], at),
    'the form drawn anew': (at) => {
      const part = parts()[at % parts().length];
      part?.replaceWith(part.cloneNode(true));
    },
  };
  for (let batch = 0; batch < BATCHES; batch += 1) {
    for (let at = 0; at < BATCH; at += 1) steps[wanted](batch * BATCH + at);
    await new Promise((resolve) => setTimeout(resolve, PACE_MS));
  }
  await new Promise((resolve) => setTimeout(resolve, AFTERMATH_MS));
  place.remove();
}
