/**
 * Styles an element of ours inside the page. Set one by one through the style object: that is
 * stronger than any style sheet of the page and not subject to its Content Security Policy.
 */
export function setStyles(element: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [property, value] of Object.entries(styles)) {
    element.style.setProperty(property, value, 'important');
  }
}
