import type { Handlers } from '../messaging/messages.ts';
import type { settingsMessages } from '../messaging/settings-messages.ts';
import { forget, remember } from '../settings/learned-controls.ts';
import type { Parts } from './parts.ts';

export function settingsHandlers({
  queue,
  settings,
}: Parts): Handlers<keyof typeof settingsMessages> {
  return {
    'learned controls': async () => (await settings.read()).learned ?? [],
    'learn control': ({ learned }, sender) =>
      queue.change(sender, () =>
        settings.change((before) => ({
          ...before,
          learned: remember(before.learned ?? [], learned),
        })),
      ),
    'forget control': ({ at }, sender) =>
      queue.change(sender, () =>
        settings.change((before) => ({ ...before, learned: forget(before.learned ?? [], at) })),
      ),
    'panel docks': async () => (await settings.read()).docks ?? {},
    'keep panel dock': ({ windowSize, dock }, sender) =>
      queue.change(sender, () =>
        settings.change((before) => ({
          ...before,
          docks: { ...before.docks, [windowSize]: dock },
        })),
      ),
  };
}
