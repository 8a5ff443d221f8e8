import type { RefObject } from 'react';
import { useEffect, useEffectEvent } from 'react';

const OFFER_MS = 10_000;
/** How often to look again while the person is at it. */
const AGAIN_MS = 1000;

/** Ends an offer after ten seconds, but not while the focus or the pointer is on it. */
export function useOfferEnd(
  place: RefObject<HTMLElement | null>,
  isOffered: boolean,
  onEnd: () => void,
): void {
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (!isOffered) return;
    const look = () => {
      // The focus comes to the part around it first: the next Tab reaches the offer.
      const isNext = place.current?.parentElement?.matches(':focus');
      if (isNext || place.current?.matches(':hover, :focus-within'))
        timer = setTimeout(look, AGAIN_MS);
      else end();
    };
    let timer = setTimeout(look, OFFER_MS);
    return () => clearTimeout(timer);
  }, [place, isOffered]);
}
