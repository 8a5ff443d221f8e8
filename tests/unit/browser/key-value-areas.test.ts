import { beforeEach, describe, expect, it, vi } from 'vitest';
import { closeStorageToPages, localArea } from '../../../lib/browser/key-value-areas.ts';

type Level = (options: { readonly accessLevel: string }) => Promise<void>;

interface Area {
  stored: Record<string, unknown>;
  setAccessLevel?: Level;
}

const world = vi.hoisted(() => ({ local: {} as Area, session: {} as Area }));
vi.mock('webextension-polyfill', () => {
  const area = (name: 'local' | 'session') => ({
    get: async (key: string) => ({ [key]: world[name].stored[key] }),
    get setAccessLevel() {
      return world[name].setAccessLevel;
    },
  });
  return { default: { storage: { local: area('local'), session: area('session') } } };
});

beforeEach(() => {
  world.local = { stored: { settings: 1 } };
  world.session = { stored: {} };
});

describe('the storage areas', () => {
  it('are both closed to content scripts', async () => {
    const asked: string[] = [];
    const note =
      (name: string): Level =>
      async ({ accessLevel }) =>
        void asked.push(`${name} ${accessLevel}`);
    world.local.setAccessLevel = note('local');
    world.session.setAccessLevel = note('session');
    await closeStorageToPages();
    expect(asked).toEqual(['local TRUSTED_CONTEXTS', 'session TRUSTED_CONTEXTS']);
  });

  it.each<[string, Level | undefined]>([
    ['does not know how', undefined],
    ['refuses', () => Promise.reject(new Error('not here'))],
    [
      'throws',
      () => {
        throw new Error('not here');
      },
    ],
  ])('work on in a browser that %s', async (_what, setAccessLevel) => {
    if (setAccessLevel) world.local.setAccessLevel = setAccessLevel;
    await expect(closeStorageToPages()).resolves.toBeUndefined();
    expect(await localArea.get('settings')).toBe(1);
  });
});
