/** Puts an open list right below its box. */
export function placeBelow(list, box) {
  const { left, bottom } = box.getBoundingClientRect();
  Object.assign(list.style, { left: `${left + scrollX}px`, top: `${bottom + scrollY}px` });
}
