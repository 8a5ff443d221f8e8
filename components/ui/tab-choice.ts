/** Tabs in their order; there is always one. */
export type TabIds<Id extends string> = readonly [Id, ...Id[]];

/**
 * The tab that the page's address names.
 * @param address the fragment with its mark, e.g. `#districts`; the first tab if it names none
 */
export function tabOfAddress<Id extends string>(address: string, tabs: TabIds<Id>): Id {
  return tabs.find((id) => `#${id}` === address) ?? tabs[0];
}

/** The tab that an arrow key, Home or End goes to. None for other keys. */
export function tabAfterKey<Id extends string>(
  key: string,
  from: Id,
  tabs: TabIds<Id>,
): Id | undefined {
  const place = tabs.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return tabs[(place + 1) % tabs.length];
    case 'ArrowLeft':
      return tabs.at(place - 1);
    case 'Home':
      return tabs[0];
    case 'End':
      return tabs.at(-1);
    default:
      return undefined;
  }
}
