import { z } from './z.ts';

/** Where a person wants the panel. */
export const panelDockSchema = z.object({
  side: z.enum(['left', 'right']),
  row: z.enum(['top', 'middle', 'bottom']),
  /** In CSS pixels. */
  width: z.int().positive(),
});

/** A person wants the panel elsewhere in a small window than in a large one. */
export const windowSizeSchema = z.enum(['small', 'large']);

/** What is remembered. A missing one was never chosen. */
export const panelDocksSchema = z.object({
  small: panelDockSchema.optional(),
  large: panelDockSchema.optional(),
});
