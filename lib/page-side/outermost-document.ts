/**
 * The outermost document that this one's script may touch: a form in a small frame of the page would
 * leave no room for the panel.
 */
export function outermostDocument(window: Window): Document {
  let { document } = window;
  for (let outer = window; outer !== outer.parent; ) {
    outer = outer.parent;
    try {
      document = outer.document;
    } catch {
      return document; // a frame of another site's page
    }
  }
  return document;
}
