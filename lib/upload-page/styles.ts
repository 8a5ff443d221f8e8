/**
 * Styles our own element in the page. It sets styles one by one through the style object. That is
 * stronger than the page's style sheets and not subject to its Content Security Policy. They are
 * not marked important unless asked, because people who set their own text spacing must get it
 * (WCAG 1.4.12).
 */
export function setStyles(
  element: HTMLElement,
  styles: Readonly<Record<string, string>>,
  priority: 'important' | '' = '',
): void {
  for (const [property, value] of Object.entries(styles)) {
    element.style.setProperty(property, value, priority);
  }
}
