/** Every text node below `root`, in page order. */
export function textsIn(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text); // the walker shows nothing else
  return texts;
}

/** The innermost elements below `root` whose own text passes the test, in page order. */
export function elementsWithText(root: Node, test: (text: string) => boolean): HTMLElement[] {
  return textsIn(root).flatMap(({ parentElement, data }) =>
    parentElement && test(data) ? [parentElement] : [],
  );
}
