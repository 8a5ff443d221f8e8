/** A few small values that outlive the browser, kept apart from the databases. */
export interface SmallStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}
