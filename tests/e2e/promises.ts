import axeCore from 'axe-core';
import { expect } from 'vitest';
import { STORED_DATA } from '../../lib/settings/stored-data.ts';
import { findCanaries } from '../corpus/canaries.ts';
import type { Portal } from '../portal/portal.ts';
import type { Doc, Driver } from './drivers/driver.ts';
import { openPanel } from './panel.ts';

/** Hosts that the browsers themselves call, with or without the extension. */
const BROWSERS_OWN_HOSTS =
  /(^|\.)(google|googleapis|gstatic|gvt1|mozilla|mozilla\.org|firefox|mozaws|mozilla\.net|firefoxusercontent)\.(com|net|org)(:\d+)?$/;
const SITE = /(^|\.)calpassplus\.org:443$/;

declare global {
  var axe: typeof import('axe-core') | undefined;
}

/** axe finds nothing in the panel or in the assistant's marks on the page. */
export async function expectAccessible(doc: Doc, what: string, within?: string): Promise<void> {
  const isThere = await doc.evaluate(() => globalThis.axe !== undefined, undefined);
  if (!isThere) await doc.evaluate(axeCore.source as never, undefined);
  const violations = await doc.evaluate(async (selector) => {
    const context = selector ? [...document.querySelectorAll(selector)] : [document];
    if (context.length === 0) return [];
    const result = await globalThis.axe?.run(
      { include: context as never[] },
      { resultTypes: ['violations'] },
    );
    return (result?.violations ?? [{ id: 'axe did not run', nodes: [] }]).map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    );
  }, within);
  expect(violations, `axe on ${what}`).toEqual([]);
}

export async function expectAccessiblePage(driver: Driver): Promise<void> {
  await expectAccessible(driver.page, 'the marks on the page', '[data-upload-assistant]');
  await expectAccessible(await openPanel(driver), 'the panel');
}

/** No request starts from the extension, and the browser talks to the site alone. */
export function expectNoRequestFromExtension(portal: Portal): void {
  const strangers = portal
    .connections()
    .filter((host) => !SITE.test(host) && !BROWSERS_OWN_HOSTS.test(host));
  expect(strangers, 'hosts that were called').toEqual([]);
  const fromExtension = portal
    .requests()
    .filter(({ origin, referer }) => /-extension:/.test(`${origin} ${referer}`));
  expect(fromExtension, 'requests from the extension').toEqual([]);
}

/** No value of a person field is in the panel, on the page, in storage or in a console. */
export async function expectNoPersonValues(driver: Driver): Promise<void> {
  const panel = await openPanel(driver);
  const texts = [driver.consoleText(), await everythingIn(driver.page), await everythingIn(panel)];
  expect(texts.flatMap(findCanaries), 'values of person fields').toEqual([]);
}

/** The same, in a tab of the extension's own. */
export async function expectNoPersonValuesIn(tab: Doc, driver: Driver): Promise<void> {
  const texts = [driver.consoleText(), await everythingIn(tab)];
  expect(texts.flatMap(findCanaries), 'values of person fields').toEqual([]);
}

/** The same, in the checklist's document and in all that the extension stores. */
export async function expectNoPersonValuesStored(checklist: Doc): Promise<void> {
  const texts = [await everythingIn(checklist), await storageDump(checklist)];
  expect(texts[1], 'the dump of what is stored').toContain('"records"');
  expectListed(JSON.parse(texts[1] ?? '{}'));
  expect(texts.flatMap(findCanaries), 'values of person fields').toEqual([]);
}

/** The setup page lists everything that is stored. Nothing else may be there. */
function expectListed({ local, session, databases }: StorageDump): void {
  const listed = STORED_DATA.map(({ name }) => name);
  const kept = [...Object.keys(local), ...Object.keys(session), ...databases];
  const names = kept.map((name) => name.replace(/^(tab|page|outcome):.*$/, '$1:*'));
  expect(names.filter((name) => !listed.includes(name))).toEqual([]);
}

interface StorageDump {
  readonly local: Record<string, unknown>;
  readonly session: Record<string, unknown>;
  readonly databases: readonly string[];
}

/** The markup, and the values of fields, which are not in the markup. */
function everythingIn(doc: Doc): Promise<string> {
  return doc.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')];
    return [document.documentElement.outerHTML, ...fields.map(({ value }) => value)].join('\n');
  }, undefined);
}

interface ExtensionStorage {
  get(keys: null): Promise<Record<string, unknown>>;
}

function storageDump(extensionPage: Doc): Promise<string> {
  return extensionPage.evaluate(async () => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const areas = api.storage as Record<'local' | 'session', ExtensionStorage>;
    const dump: Record<string, unknown> = {
      local: await areas.local.get(null),
      session: await areas.session.get(null),
      webStorage: { ...localStorage },
    };
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const databases = (await indexedDB.databases()).map(({ name = '' }) => name);
    dump['databases'] = databases;
    for (const name of databases) {
      const db = await done(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        dump[`${name} ${store}`] = await done(db.transaction(store).objectStore(store).getAll());
        dump[store] = true;
      }
      db.close();
    }
    return JSON.stringify(dump);
  }, undefined);
}
