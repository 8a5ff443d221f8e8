import type { KeyValueArea } from '../../../lib/background/key-value-area.ts';

export interface MemoryArea extends KeyValueArea {
  readonly stored: Map<string, unknown>;
}

/** One of the browser's storage areas in memory; like the browser's, it answers later and keeps copies. */
export function memoryArea(): MemoryArea {
  const stored = new Map<string, unknown>();
  const later = () => new Promise<void>((resolve) => setImmediate(resolve));
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
    async clear() {
      await later();
      stored.clear();
    },
  };
}
