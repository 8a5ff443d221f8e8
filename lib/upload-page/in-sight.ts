/** Whether the person can use it in its current state. */
export function isInUse(element: Element): boolean {
  return isEnabled(element) && !element.matches('[readonly]');
}

/** The same for elements that work although they are read-only, like a dropdown's input. */
export function isEnabled(element: Element): boolean {
  return isOfPage(element) && !element.matches(DISABLED);
}

const DISABLED = ':disabled, [aria-disabled=true], [aria-readonly=true]';

/** Whether it is part of the page itself and not of a site search. */
export function isOfPage(element: Element): boolean {
  return element.closest('[data-upload-assistant], [role=search], search') === null;
}

/** In CSS pixels. A smaller element is hidden and only for screen readers or scripts. */
const SMALLEST_PX = 3;

/** Whether a person can see it. */
export function isShown(element: Element): boolean {
  if (!isRendered(element)) return false;
  const { width, height } = element.getBoundingClientRect();
  return width >= SMALLEST_PX && height >= SMALLEST_PX;
}

/** Whether a person can see it and use it. */
export function isInHand(element: Element): boolean {
  return isInUse(element) && isShown(element);
}

export function isRendered(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
