/** The innermost elements below it with a text of their own that passes the test, in page order. */
export function elementsWithText(root: Node, test: (text: string) => boolean): HTMLElement[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: HTMLElement[] = [];
  while (walker.nextNode()) {
    const { parentElement, nodeValue } = walker.currentNode;
    if (parentElement && test(nodeValue ?? '')) found.push(parentElement);
  }
  return found;
}
