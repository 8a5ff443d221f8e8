import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { useRef } from 'react';

/** In CSS pixels, from the corner of the panel. */
interface Point {
  readonly left: number;
  readonly top: number;
}

interface DragOptions {
  readonly onDrag: (to: Point, from: Point) => void;
  readonly onDrop: () => void;
  readonly onCancel: () => void;
  /** The person pressed it without dragging it, also with a key. */
  readonly onClick: () => void;
}

/** A hand that trembles does not drag yet. In CSS pixels. */
const LEAST_DRAG_PX = 4;

/** Handlers for a button that is dragged, or clicked by those who do not drag. */
export function useDrag({ onDrag, onDrop, onCancel, onClick }: DragOptions) {
  const from = useRef<Point>(undefined);
  const isDragged = useRef(false);
  const end = (finish: () => void) => () => {
    if (from.current && isDragged.current) finish();
    from.current = undefined;
  };
  const handlers = {
    onPointerDown(event: PointerEvent) {
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = pointOf(event);
      isDragged.current = false;
    },
    onPointerMove(event: PointerEvent) {
      if (!from.current) return;
      const to = pointOf(event);
      const { left, top } = from.current;
      isDragged.current ||= Math.hypot(to.left - left, to.top - top) >= LEAST_DRAG_PX;
      if (isDragged.current) onDrag(to, from.current);
    },
    onPointerUp: end(onDrop),
    onPointerCancel: end(onCancel),
    onClick({ detail }: MouseEvent) {
      // A click also ends a drag. One by a key has no detail.
      if (!isDragged.current || detail === 0) onClick();
    },
  };
  /** Esc gives up the drag, and does nothing else. */
  const cancelOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !from.current) return;
    event.stopPropagation();
    end(onCancel)();
  };
  return { handlers, cancelOnEscape };
}

function pointOf({ clientX: left, clientY: top }: PointerEvent): Point {
  return { left, top };
}
