/**
 * Short-lived storage of the background, which may be ended and started again at any time: it
 * outlives that, and is gone with the browser. The extension's own pages and content scripts have
 * no access to it.
 */
export interface SessionArea {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}
