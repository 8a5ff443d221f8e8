/** A separate tree: the document, or the content of an open shadow root. */
export type Root = Document | ShadowRoot;

/** The document and every open shadow root in it, at any depth. */
export function openRoots(document: Document): Root[] {
  const roots: Root[] = [document];
  // The list grows while it is walked.
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const { shadowRoot } = walker.currentNode as Element;
      if (shadowRoot) roots.push(shadowRoot);
    }
  }
  return roots;
}

export function rootOf(element: Element): Root {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root : element.ownerDocument;
}

/** All text in it, visible or not. */
export function textOf(root: Root): string {
  return (root instanceof ShadowRoot ? root : root.body)?.textContent ?? '';
}
