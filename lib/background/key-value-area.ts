/**
 * Storage of small values by name. Of the browser there are two: one that is kept, and one that is
 * gone with the browser but outlives the background, which may be ended and started again at any
 * time. Content scripts have no access to either.
 */
export interface KeyValueArea {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  clear(): Promise<void>;
}
