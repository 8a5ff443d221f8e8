/**
 * Storage of small values by name. The browser has two such areas: one is kept, and the other lasts
 * until the browser closes. Both outlive the background, which the browser may end at any time.
 */
export interface KeyValueArea {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  clear(): Promise<void>;
}
