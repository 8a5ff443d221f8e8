/**
 * happy-dom does no layout, so everything would count as too small to see. Here an element has a
 * size unless its own style gives it another one.
 */
export function layOut(): void {
  Element.prototype.getBoundingClientRect = function size(this: Element) {
    const style = this instanceof HTMLElement ? this.style : undefined;
    const width = Number.parseFloat(style?.width || '120');
    const height = Number.parseFloat(style?.height || '24');
    return new DOMRect(0, 0, width, height);
  };
}
