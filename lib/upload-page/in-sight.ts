/** Whether the person can use it as it stands. */
export function isInUse(element: Element): boolean {
  return isEnabled(element) && !element.matches('[readonly]');
}

/** The same, for elements that are read-only and still work, as the input of a dropdown is. */
export function isEnabled(element: Element): boolean {
  return isOfPage(element) && !element.matches(DISABLED);
}

const DISABLED = ':disabled, [aria-disabled=true], [aria-readonly=true]';

/** Whether it is part of the page itself, and does not search the site. */
export function isOfPage(element: Element): boolean {
  return element.closest('[data-upload-assistant], [role=search], search') === null;
}

/** Smaller than this, in CSS pixels, is hidden from sight and there for screen readers or scripts. */
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
