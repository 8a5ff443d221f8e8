import { learnedControlSchema } from '../validation/page-schemas.ts';
import {
  panelDockSchema,
  panelDocksSchema,
  windowSizeSchema,
} from '../validation/panel-schemas.ts';
import { z } from '../validation/z.ts';
import { changeAnswerSchema } from './change-answer.ts';
import type { MessageMap } from './message-map.ts';
import { noPayload } from './message-map.ts';

/** The controls of the upload page that people pointed out, and where they put the panel. */
export const settingsMessages = {
  /** The content script and the setup page ask which controls people pointed out. */
  'learned controls': {
    from: ['content script', 'own pages'],
    payload: noPayload,
    /** The oldest comes first. */
    answer: z.array(learnedControlSchema).readonly(),
  },
  /** The content script tells which control the person has just pointed out. */
  'learn control': {
    from: ['content script'],
    payload: z.object({
      /** The control, and the words of the page that tell it from others. */
      learned: learnedControlSchema,
    }),
    answer: changeAnswerSchema,
  },
  /** The setup page asks to forget one control that was pointed out. */
  'forget control': {
    from: ['own pages'],
    payload: z.object({
      /** The time at which the control was pointed out, which no other control shares. */
      at: z.int().positive(),
    }),
    answer: changeAnswerSchema,
  },
  /** The panel asks where the person wants it. */
  'panel docks': {
    from: ['panel'],
    payload: noPayload,
    answer: panelDocksSchema,
  },
  /** The person has put the panel somewhere, or made it wider or narrower. */
  'keep panel dock': {
    from: ['panel'],
    payload: z.object({
      /** Each size of window has a place of its own. */
      windowSize: windowSizeSchema,
      dock: panelDockSchema,
    }),
    answer: changeAnswerSchema,
  },
} as const satisfies MessageMap;
