/** The pages that the setup page opens in tabs of their own. */
export interface SetupLinks {
  readonly checklist: () => void;
  readonly organizations: () => void;
  readonly uploadPage: () => void;
  readonly checkFiles: () => void;
}
