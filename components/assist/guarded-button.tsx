import type { MouseEvent, ReactNode, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { ClickGuard, TOO_EARLY_MS } from './click-guard.ts';

interface Props {
  readonly className: string;
  readonly label?: string;
  readonly children: ReactNode;
  readonly onClick: () => void;
}

/**
 * A button that acts outward: it lets files go, or saves one. A page gains nothing if it hides the
 * panel under something else, or shows it at the last moment. Until clicks count, the button says
 * that it is not ready. It can have the focus all the same.
 */
export function GuardedButton({ className, label, children, onClick }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const { guard, isReady } = useClickGuard(button);
  const [isUnseen, setIsUnseen] = useState(false);
  const judge = ({ detail }: MouseEvent) => {
    // A click that came from a key, or from a screen reader, has no count of presses.
    const verdict = guard.judge(detail === 0 ? 'key' : 'pointer', performance.now());
    setIsUnseen(verdict === 'not seen');
    if (verdict === 'counts') onClick();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-disabled={!isReady}
        onClick={judge}
      >
        {children}
      </button>
      {isUnseen && <span role="alert">{t('click_not_seen')}</span>}
    </>
  );
}

/** In Chromium it also tells whether the page shows the target in full; other browsers ignore it. */
const WITH_VISIBILITY = { threshold: 0.5, trackVisibility: true, delay: 100 };

function useClickGuard(button: RefObject<HTMLElement | null>) {
  const [guard] = useState(() => new ClickGuard());
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    if (!button.current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver((entries) => {
      const sight = entries.at(-1);
      if (!sight) return;
      guard.note(sight, performance.now());
      clearTimeout(timer);
      if (!sight.isIntersecting) return setIsReady(false);
      timer = setTimeout(
        () => setIsReady(guard.judge('key', performance.now()) === 'counts'),
        TOO_EARLY_MS + 1,
      );
    }, WITH_VISIBILITY);
    observer.observe(button.current);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [button, guard]);
  return { guard, isReady };
}
