import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONTROL_NAMES, CONTROLS } from '../../../../lib/upload-page/controls/all-controls.ts';
import { pageStandingSchema } from '../../../../lib/validation/page-schemas.ts';

const FOLDER = join(import.meta.dirname, '../../../../lib/upload-page/controls');
const NO_CONTROLS = ['all-controls.ts', 'control.ts'];

describe('the list of controls', () => {
  it('has every file in the folder, and no other', () => {
    const files = readdirSync(FOLDER).filter((file) => !NO_CONTROLS.includes(file));
    expect(files.toSorted()).toEqual(CONTROL_NAMES.map((name) => `${name}.ts`).toSorted());
  });

  it('is the list of what a page can lack', () => {
    const missing = [...CONTROL_NAMES];
    expect(pageStandingSchema.parse({ state: 'partly on', missing }).missing).toEqual(missing);
    expect(pageStandingSchema.safeParse({ state: 'off', missing: ['other'] }).success).toBe(false);
  });

  it('says where and when all evidence was seen', () => {
    const seen = CONTROL_NAMES.flatMap((name) => CONTROLS[name].evidence.map((one) => one.seen));
    expect(seen.length).toBeGreaterThan(15);
    for (const words of seen) expect(words).toMatch(/^20\d\d-\d\d-\d\d, |near variant/);
  });
});
