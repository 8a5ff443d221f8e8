export interface PageBehaviour {
  readonly id: string;
  /** What this behavior proves. */
  readonly purpose: string;
  /** The script for it, which runs before the page's own. */
  readonly script?: string;
  /** The server answers the page's first load with an error, and accepts every later one. */
  readonly refusesFirstLoad?: boolean;
  /** How long a page waits for the server's answer to a load. */
  readonly loadsAfterMs?: number;
  /** How long the thank-you page continues to load a picture after its words are readable. */
  readonly thanksLoadForMs?: number;
  /** The document's `cache-control`. Without it nothing is kept, like on the rest of the site. */
  readonly cacheControl?: 'private';
}

/** How the page treats chosen files. To add a behavior, add one entry and its script. */
export const PORTAL_BEHAVIOURS = [
  { id: 'normal', purpose: 'The page works as its makers meant it to.' },
  {
    id: 'throws',
    purpose: "The page's change handler fails before it does anything: nothing loads.",
    script: 'behaviours/throws.js',
  },
  {
    id: 'refuses-scripted-files',
    purpose: 'The page takes files only from a person: a scripted event empties the file input.',
    script: 'behaviours/refuses-scripted-files.js',
  },
  {
    id: 'fails-at-submit',
    purpose: 'The server fails on the submission and shows an error page instead of the thank-you.',
  },
  {
    id: 'issue-with-one-file',
    purpose: 'The first file to load shows Issue with File; loading it again works.',
    refusesFirstLoad: true,
  },
  {
    id: 'slow-load',
    purpose: 'Every file shows Loading in Progress for six seconds.',
    loadsAfterMs: 6000,
  },
  {
    id: 'slow-thanks',
    purpose: 'The thank-you page is still loading when the person has read it and continues.',
    thanksLoadForMs: 10_000,
  },
  {
    id: 'may-be-kept',
    purpose:
      "When the person leaves, the browser may keep the page in memory, or the form's values.",
    cacheControl: 'private',
  },
] as const satisfies readonly PageBehaviour[];

export type PortalBehaviour = (typeof PORTAL_BEHAVIOURS)[number]['id'];

export function findBehaviour(id: string): PageBehaviour | undefined {
  return PORTAL_BEHAVIOURS.find((behaviour) => behaviour.id === id);
}
