/** Opens the assistant's own pages and the site's upload page, each in a tab of its own. */
export interface OpenPages {
  readonly checklist: () => void;
  readonly uploadPage: () => void;
  readonly checkFiles: () => void;
  readonly setup: () => void;
}
