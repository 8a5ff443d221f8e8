/** An event as a person causes it. happy-dom's own events are all untrusted. */
export function trusted<Kind extends Event>(event: Kind): Kind {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

export function click(element: Element): void {
  element.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true, composed: true })));
}

/** Puts files into an input like the browser's file dialog, without any event. */
export function putFiles(input: HTMLInputElement, ...files: readonly File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
}

/** The element on the page that matches a selector. @throws if there is none */
export function element<Kind extends HTMLElement>(selector: string, kind: { new (): Kind }): Kind {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`No ${selector} on the page`);
  return found;
}
