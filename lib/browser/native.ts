import type { Browser } from 'webextension-polyfill';

/**
 * The browser's own API object, for what the content script needs of it. There the polyfill would be
 * a quarter of the script, and `runtime.sendMessage`, `runtime.getURL` and `i18n` need none: both
 * browsers answer them with promises.
 */
interface NativeApi {
  readonly runtime: Pick<Browser['runtime'], 'sendMessage' | 'getURL'> & {
    /** Gone once the extension was updated or removed under an open page. */
    readonly id?: string;
  };
  readonly i18n: Pick<Browser['i18n'], 'getMessage' | 'getUILanguage'>;
}

declare const chrome: NativeApi;

/** Firefox calls it `browser`, Chromium `chrome`. It is looked up at the call, as tests replace it. */
export function native(): NativeApi {
  return 'browser' in globalThis ? (Reflect.get(globalThis, 'browser') as NativeApi) : chrome;
}
