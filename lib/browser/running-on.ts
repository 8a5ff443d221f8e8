import { browser } from './browser.ts';

/** Version of the extension, and name and version of the browser, for a report. */
export function runningOn(): { readonly extension: string; readonly browser: string } {
  return {
    extension: browser.runtime.getManifest().version,
    browser: browserOf(navigator.userAgent),
  };
}

/** The first that fits: Edge and Opera call themselves Chrome too. */
const BROWSERS = [
  ['Firefox', /Firefox\/(\d+)/],
  ['Edge', /Edg\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
] as const;

/** E.g. `Firefox 153`: of the whole user agent a report needs no more. */
export function browserOf(userAgent: string): string {
  for (const [name, pattern] of BROWSERS) {
    const version = pattern.exec(userAgent)?.[1];
    if (version) return `${name} ${version}`;
  }
  return 'another browser';
}
