import './tabs.css';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { TabIds } from './tab-choice.ts';
import { tabAfterKey, tabOfAddress } from './tab-choice.ts';
import { useAddress } from './use-address.ts';

interface Props<Id extends string> {
  /** For screen readers: what the tabs are about. */
  readonly label: string;
  readonly ids: TabIds<Id>;
  readonly headingOf: (id: Id) => string;
  readonly bodyOf: (id: Id) => ReactNode;
}

/**
 * Tabs whose choice is in the page's address, so that links, bookmarks and Back work. Hidden panels
 * keep what a person typed there.
 */
export function Tabs<Id extends string>({ label, ids, headingOf, bodyOf }: Props<Id>) {
  const selected = tabOfAddress(useAddress(), ids);
  const list = useFocusOnChange(selected);
  // An arrow key leaves no entry in the history: Back goes to the page before, not through all tabs.
  const goByKey = (event: KeyboardEvent, from: Id) => {
    const next = tabAfterKey(event.key, from, ids);
    if (!next) return;
    event.preventDefault();
    location.replace(`#${next}`);
  };
  return (
    <>
      <div ref={list} className="tabs" role="tablist" aria-label={label}>
        {ids.map((id) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === selected}
            aria-controls={`panel-${id}`}
            tabIndex={id === selected ? 0 : -1}
            onClick={() => location.assign(`#${id}`)}
            onKeyDown={(event) => goByKey(event, id)}
          >
            {headingOf(id)}
          </button>
        ))}
      </div>
      {ids.map((id) => (
        <div
          key={id}
          className="tab-panel"
          role="tabpanel"
          id={`panel-${id}`}
          aria-labelledby={`tab-${id}`}
          tabIndex={-1}
          hidden={id !== selected}
        >
          {bodyOf(id)}
        </div>
      ))}
    </>
  );
}

/** A link inside a panel hides that panel and itself, so the focus goes to the tab that opens. */
function useFocusOnChange(selected: string) {
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(selected);
  useEffect(() => {
    if (before.current === selected) return;
    before.current = selected;
    list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [selected]);
  return list;
}
