import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { MessageKey } from '../../lib/words/words.ts';

interface Props {
  readonly heading: string;
  /** Names the page that this one stands in for, if it is not the checklist. */
  readonly backTo?: string;
  readonly onBack: () => void;
  /** Why the last change was not made. */
  readonly refusal: MessageKey | undefined;
  readonly children: ReactNode;
}

/** A page that opens in place of the table. The focus goes to its heading. */
export function SubPage({ heading, backTo, onBack, refusal, children }: Props) {
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => headingRef.current?.focus(), []);
  return (
    <section className="sub-page">
      <p>
        <button type="button" className="button link" onClick={onBack}>
          ← {backTo ?? t('checklist_back')}
        </button>
      </p>
      <h2 ref={headingRef} tabIndex={-1}>
        {heading}
      </h2>
      {refusal && <p role="alert">{t(refusal)}</p>}
      {children}
    </section>
  );
}

/** Of the page that is open in place of the table, or of the table. */
export function shownHeading(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.sub-page h2') ?? document.querySelector('h1');
}
