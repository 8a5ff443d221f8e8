import { begunSplitSchema } from '../ledger/begun-split.ts';
import { ledgerEvent, newEventSchema } from '../ledger/events.ts';
import { noticeSchema } from '../ledger/notice.ts';
import { sentSetSchema } from '../ledger/sent-sets.ts';
import { organizationSummarySchema } from '../ledger/summary.ts';
import { yearCountsSchema } from '../ledger/year-counts.ts';
import { organizationSchema } from '../requirements/organization.ts';
import {
  fileTypeSchema,
  leaCodeSchema,
  schoolYearSchema,
  sha256Schema,
} from '../validation/calpads-schemas.ts';
import { z } from '../validation/z.ts';
import { changeAnswerSchema } from './change-answer.ts';
import type { MessageMap } from './message-map.ts';
import { noPayload } from './message-map.ts';

/** The ledger, as one checklist shows it. */
const ledgerViewSchema = z.object({
  /** All organizations, by name. */
  organizations: z.array(organizationSchema).readonly(),
  /** The id of the organization shown. It is not among `organizations` before the first is set up. */
  current: z.uuid(),
  /** The events of the organization shown, in no particular order. */
  events: z.array(ledgerEvent).readonly(),
  /** True if a newer version of the assistant wrote the ledger. */
  isReadOnly: z.boolean(),
  /** How many events came back from the copy, and how many are gone for good. */
  notice: noticeSchema,
  /** The LEA code in the file inspected last, to offer at setup. */
  seenLea: leaCodeSchema.optional(),
});
export type LedgerView = z.infer<typeof ledgerViewSchema>;

/** The ledger, as the table of all organizations shows it. */
const organizationsViewSchema = ledgerViewSchema
  .pick({ organizations: true, current: true, isReadOnly: true, notice: true })
  .extend({
    /** How far each organization is, by its name. */
    summaries: z.array(organizationSummarySchema).readonly(),
  });
export type OrganizationsView = z.infer<typeof organizationsViewSchema>;

/** What the ledger knows about a file. */
const recollectionSchema = z.object({
  /** When the page last confirmed a file with the same content, and under which name. */
  sentBefore: z.object({ at: z.int().positive(), name: z.string().max(80) }).optional(),
  /** The counts of the same file type and organization, by school year, to compare with. */
  knownYears: z.array(yearCountsSchema).readonly().optional(),
  /** The split that was begun with the same content: some parts are sent, and the rest is to come. */
  begun: begunSplitSchema.optional(),
  /** All labels of its organization that went in several files. */
  sentSets: z.array(sentSetSchema).readonly().optional(),
  /** The organization that the file counts for: the one with its LEA code, else the current one. */
  organization: z.object({ name: z.string(), reportingLea: leaCodeSchema }).optional(),
  /** The school years in the checklist that the file counts for, oldest first. */
  requiredYears: z.array(schoolYearSchema).readonly().optional(),
});
export type Recollection = z.infer<typeof recollectionSchema>;

/** Reading the ledger, and changing it on the person's word. */
export const ledgerMessages = {
  /** A page asks for the checklist of the current organization. */
  'read ledger': {
    from: ['panel', 'own pages'],
    payload: noPayload,
    answer: ledgerViewSchema,
  },
  /** A page asks for all events of all organizations, for a backup. */
  'read everything': {
    from: ['own pages'],
    payload: noPayload,
    answer: z.array(ledgerEvent).readonly(),
  },
  /** A page asks how far all organizations are. */
  'read organizations': {
    from: ['own pages'],
    payload: noPayload,
    answer: organizationsViewSchema,
  },
  /** The panel asks what the ledger knows about a file that it has inspected. */
  'recall file': {
    from: ['panel', 'own pages'],
    payload: z.object({
      /** The content hash of the file on the disk. */
      contentHash: sha256Schema,
      /** The most frequent reporting LEA in the file, if it has one. */
      reportingLea: leaCodeSchema.optional(),
      /** The file type, if all its records have the same one. */
      fileType: fileTypeSchema.optional(),
    }),
    answer: recollectionSchema,
  },
  /** A page asks to record what the person says. */
  record: {
    from: ['own pages'],
    payload: z.object({
      /**
       * The events, which the ledger has yet to stamp. All or none are recorded. A reply about 200
       * organizations and ten years has 14,000.
       */
      events: z.array(newEventSchema).max(20_000).readonly(),
    }),
    answer: changeAnswerSchema,
  },
  /** A page asks to show the checklist of this organization from now on. */
  'choose organization': {
    from: ['own pages'],
    payload: z.object({
      /** The id of the organization. */
      organization: z.uuid(),
    }),
    answer: changeAnswerSchema,
  },
  /** The setup page asks to add the events of a backup. */
  'import events': {
    from: ['own pages'],
    payload: z.object({
      /** The events as they stand in the backup. */
      events: z.array(ledgerEvent).readonly(),
    }),
    answer: z.object({
      answer: changeAnswerSchema,
      /** The ids of the events that were not here before. */
      added: z.array(z.uuid()).readonly(),
    }),
  },
  /** The setup page asks to take an import back. */
  'undo import': {
    from: ['own pages'],
    payload: z.object({
      /** The ids of the events that the import added. */
      events: z.array(z.uuid()).readonly(),
    }),
    answer: changeAnswerSchema,
  },
  /** The setup page asks to erase the ledger, the settings and all else that is stored. */
  'erase everything': {
    from: ['own pages'],
    payload: noPayload,
    answer: changeAnswerSchema,
  },
  /** A page asks to forget the notice about damage: the person has read it. */
  'dismiss notice': {
    from: ['own pages'],
    payload: noPayload,
    answer: changeAnswerSchema,
  },
} as const satisfies MessageMap;
