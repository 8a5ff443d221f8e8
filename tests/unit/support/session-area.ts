import type { SessionArea } from '../../../lib/messaging/session-area.ts';

/** Session storage in memory; like the browser's, it answers later and keeps copies. */
export function memoryArea(): SessionArea & { readonly stored: Map<string, unknown> } {
  const stored = new Map<string, unknown>();
  const later = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  return {
    stored,
    async get(key) {
      await later();
      return structuredClone(stored.get(key));
    },
    async set(key, value) {
      await later();
      stored.set(key, structuredClone(value));
    },
    async remove(key) {
      await later();
      stored.delete(key);
    },
  };
}
