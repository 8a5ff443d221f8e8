import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CallExpression, MemberExpression } from 'acorn';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { describe, expect, it } from 'vitest';

const OUTPUT = join(import.meta.dirname, '..', '..', '..', '.output');
const SCRIPTS = ['upload-page.js', 'upload-work.js', 'content-scripts/upload-page-drop.js'].flatMap(
  (script) => ['chrome-mv3', 'firefox-mv3'].map((build) => join(OUTPUT, build, script)),
);

/** What would submit the person's form for them, in any spelling. */
const FORBIDDEN_CALLS = ['submit', 'requestSubmit', 'click'];

function forbiddenCalls(source: string): string[] {
  const found: string[] = [];
  simple(parse(source, { ecmaVersion: 'latest' }), {
    CallExpression({ callee }: CallExpression) {
      if (callee.type !== 'MemberExpression') return;
      const name = propertyName(callee);
      if (name && FORBIDDEN_CALLS.includes(name)) found.push(name);
    },
    NewExpression({ callee, arguments: [type] }) {
      const isClick = type?.type === 'Literal' && ['click', 'submit'].includes(String(type.value));
      if (callee.type === 'Identifier' && /Event$/.test(callee.name) && isClick) {
        found.push(`new ${callee.name}('${String(type.value)}')`);
      }
    },
  });
  return found;
}

function propertyName({ property }: MemberExpression): string | undefined {
  if (property.type === 'Identifier') return property.name;
  return property.type === 'Literal' ? String(property.value) : undefined;
}

describe.each(SCRIPTS)('%s', (path) => {
  const source = readFileSync(path, 'utf8');

  it('calls no submit, requestSubmit or click, and makes no such event', () => {
    expect(forbiddenCalls(source)).toEqual([]);
  });

  it('is at most 40 KB', () => {
    expect(statSync(path).size).toBeLessThanOrEqual(40 * 1024);
  });

  it('holds no React, zod or zip code', () => {
    expect(source).not.toMatch(/react\.|ZodError|JSZip|CompressionStream/);
  });
});

describe('the check itself', () => {
  it.each(['form.submit()', 'a["requestSubmit"]()', 'x?.click()', 'new MouseEvent("click")'])(
    'sees %s',
    (source) => {
      expect(forbiddenCalls(source)).toHaveLength(1);
    },
  );
});
