/**
 * What an earlier run of the assistant left in the page, before the extension was updated under it.
 * The page's own input may stand in a shelter (detached-inputs.ts), which therefore stays.
 * @returns whether its panel was there
 */
export function removeLeftovers(document: Document): boolean {
  const hadPanel = document.querySelector('[data-upload-assistant=panel]') !== null;
  const selector = '[data-upload-assistant]:not([data-upload-assistant=shelter])';
  for (const left of document.querySelectorAll(selector)) left.remove();
  return hadPanel;
}
