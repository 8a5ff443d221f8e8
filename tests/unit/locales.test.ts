import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import es from '../../public/_locales/es/messages.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '../..');
const LOCALES: Readonly<Record<string, Readonly<Record<string, { readonly message: string }>>>> = {
  en,
  es,
};
const KEYS = Object.keys(en);

/** Words that blame or beg; the design asks for what is wrong, the limit, and what the button does. */
const UNWANTED: Readonly<Record<string, RegExp>> = {
  en: /\b(please|sorry|invalid|oops)\b/i,
  es: /por favor|lo sent(imos|ía)|perdón|disculp|\binválid[oa]s?\b|\bups\b/i,
};

function textsOf(locale: string): [string, string][] {
  return Object.entries(LOCALES[locale] ?? {}).map(([key, { message }]) => [key, message]);
}

function textOf(locale: string, key: string): string {
  return LOCALES[locale]?.[key]?.message ?? '';
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\$\d/g) ?? [])].toSorted();
}

/** All sources that may name a key, as one text. */
function sources(): string {
  const files = ['lib', 'components', 'entrypoints'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|html)$/.test(name))
      .map((name) => join(ROOT, folder, name)),
  );
  return [...files, join(ROOT, 'wxt.config.ts')]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

/** Keys stand in quotes, in `__MSG_x__`, or are composed: `control_${name}`, `${key}_one`. */
function isUsedIn(source: string): (key: string) => boolean {
  const composed = [...source.matchAll(/`([a-z_]*)\$\{[^}]+\}([a-z_]*)`/g)]
    .map(([, start = '', end = '']) => ({ start, end }))
    .filter(({ start }) => start.length > 3);
  const named = (key: string) =>
    source.includes(`'${key}'`) || source.includes(`"${key}"`) || source.includes(`__MSG_${key}__`);
  return (key) =>
    named(key) ||
    named(key.replace(/_(one|other)$/, '')) ||
    composed.some(
      ({ start, end }) =>
        key.length > start.length + end.length && key.startsWith(start) && key.endsWith(end),
    );
}

describe('the texts', () => {
  it('are the same in all languages, in the same order', () => {
    const languages = readdirSync(join(ROOT, 'public/_locales')).toSorted();
    expect(languages).toEqual(Object.keys(LOCALES));
    expect(Object.keys(es)).toEqual(KEYS);
  });

  it.each(KEYS)('have the same places for values in all languages: %s', (key) => {
    expect(placeholders(textOf('es', key))).toEqual(placeholders(textOf('en', key)));
  });

  it.each(['en', 'es'])('count their places from $1 without a gap: %s', (locale) => {
    const wrong = textsOf(locale).filter(([, text]) => {
      const found = placeholders(text);
      return found.some((place, at) => place !== `$${at + 1}`);
    });
    expect(wrong).toEqual([]);
  });

  // The browsers read a dollar sign as the start of a place, and drop it or what follows.
  it.each(['en', 'es'])('have no dollar sign but in their places: %s', (locale) => {
    expect(textsOf(locale).filter(([, text]) => /\$(?!\d)/.test(text))).toEqual([]);
  });

  it.each(['en', 'es'])('are never empty, and have no stray blanks: %s', (locale) => {
    const wrong = textsOf(locale).filter(
      ([, text]) => text === '' || text.trim() !== text || text.includes('  '),
    );
    expect(wrong).toEqual([]);
  });

  it.each(['en', 'es'])('neither blame nor beg: %s', (locale) => {
    const wrong = textsOf(locale).filter(([, text]) => UNWANTED[locale]?.test(text));
    expect(wrong).toEqual([]);
  });

  it('come in a form for one and a form for more', () => {
    for (const key of KEYS.filter((name) => name.endsWith('_one'))) {
      expect(KEYS).toContain(key.replace(/_one$/, '_other'));
    }
  });

  it('are all used', () => {
    const isUsed = isUsedIn(sources());
    expect(KEYS.filter((key) => !isUsed(key))).toEqual([]);
    expect(isUsed('a_key_that_nobody_uses')).toBe(false);
  });

  it('say which language they are in', () => {
    expect(textOf('en', 'locale')).toBe('en');
    expect(textOf('es', 'locale')).toBe('es');
  });

  it("keep the site's own words as they are, in every language", () => {
    const names = ['control_purpose', 'control_description', 'control_files', 'control_submit'];
    for (const key of names) expect(textOf('es', key)).toBe(textOf('en', key));
  });

  it('are no longer than the stores allow', () => {
    for (const locale of ['en', 'es']) {
      expect(textOf(locale, 'extension_name').length).toBeLessThanOrEqual(45);
      expect(textOf(locale, 'extension_short_name').length).toBeLessThanOrEqual(30);
      expect(textOf(locale, 'extension_description').length).toBeLessThanOrEqual(132);
    }
  });

  it('have the words that the design fixes', () => {
    expect(textOf('en', 'panel_title')).toBe('Upload Assistant');
    expect(textOf('en', 'problem_heading')).toBe('There is a problem');
    expect(textOf('en', 'state_on')).toBe('Assistant is on');
    expect(textOf('en', 'state_partly_on')).toBe('Assistant is partly on');
    expect(textOf('en', 'state_off')).toBe('Assistant is off');
    for (const key of KEYS.filter((name) => name.startsWith('attach_fix'))) {
      expect(textOf('en', key)).toMatch(/^Fix and attach /);
    }
    expect(textOf('en', 'save_prepared')).toBe('Save prepared file');
  });
});
