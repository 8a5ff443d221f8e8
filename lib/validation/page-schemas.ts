import { CONTROL_NAMES } from '../upload-page/controls/all-controls.ts';
import type { WordPlace } from '../upload-page/evidence.ts';
import type { LearnedControl } from '../upload-page/learned-control.ts';
import type { OffReason, PageState } from '../upload-page/page-state.ts';
import { z } from './z.ts';

/** Every member of a union. A member that is added to the union but not here does not compile. */
type Each<Name extends string> = { readonly [Key in Name]: Key };

const controlNameSchema = z.enum(CONTROL_NAMES);

const wordPlaceSchema = z.enum({
  label: 'label',
  legend: 'legend',
  neighbour: 'neighbour',
  placeholder: 'placeholder',
  option: 'option',
  'shown value': 'shown value',
  'button text': 'button text',
} as const satisfies Each<WordPlace>);

/** The assistant's state on a page, without the evidence for it. */
export const pageStandingSchema = z.object({
  state: z.enum({
    on: 'on',
    'partly on': 'partly on',
    off: 'off',
  } as const satisfies Each<PageState>),
  why: z
    .enum({
      'other page': 'other page',
      'page changed': 'page changed',
    } as const satisfies Each<OffReason>)
    .optional(),
  missing: z.array(controlNameSchema).max(CONTROL_NAMES.length).readonly(),
});
export type PageStanding = z.infer<typeof pageStandingSchema>;

/** Only a few words from the page. There is no room for what a person typed. */
export const learnedControlSchema: z.ZodType<LearnedControl> = z.object({
  control: controlNameSchema,
  kind: z.string().min(1).max(60),
  evidence: z
    .array(z.object({ in: wordPlaceSchema, words: z.string().min(1).max(200) }))
    .min(1)
    .max(10)
    .readonly(),
  siteVersion: z.string().max(80),
  at: z.int().positive(),
});
