import type {
  panelDockSchema,
  panelDocksSchema,
  windowSizeSchema,
} from '../validation/panel-schemas.ts';
import type { z } from '../validation/z.ts';

/** Where a person wants the panel. The page may leave no room for it there. */
export type PanelDock = Readonly<z.infer<typeof panelDockSchema>>;
export type WindowSize = z.infer<typeof windowSizeSchema>;
export type PanelDocks = Readonly<z.infer<typeof panelDocksSchema>>;

/** How wide the panel can be, in CSS pixels. */
export const PANEL_WIDTHS = { least: 320, usual: 380, most: 560 } as const;

export const USUAL_DOCK: PanelDock = { side: 'right', row: 'bottom', width: PANEL_WIDTHS.usual };

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** From the top left corner of the window. */
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** What is around the panel. */
export interface Surroundings {
  readonly window: Size;
  /** The page's controls, as far as a person can see them. */
  readonly controls: readonly Box[];
  /** The page's element that has the focus, if there is one. */
  readonly focus: readonly Box[];
  /** The person is in the panel, not on the page. */
  readonly isInPanel: boolean;
}
