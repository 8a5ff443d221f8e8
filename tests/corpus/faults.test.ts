import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { cleanBatch, PLANTED_FAULTS, plantedBatch } from './batches.ts';
import { findCanaries } from './canaries.ts';
import type { ExpectedFinding, Form } from './faults/form.ts';
import { SIZE_FORMS } from './faults/sizes.ts';
import { BATCHES, FAULTY, FORMS, VALID } from './faults.ts';
import { FILE_TYPES, SCHOOL_YEARS } from './file-types.ts';

const LIMIT = 30_000_000;
const LARGE = new Set(['good-30000000-bytes', ...SIZE_FORMS.map(({ id }) => id)]);
const SMALL_FORMS = FORMS.filter(({ id }) => !LARGE.has(id));

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const idsOf = (form: Form) => form.expected.map(({ ruleId }) => ruleId);

/** Rules that look only at the name, and rules after which the content says nothing more. */
const NAME_RULES = [
  'unfinished-download',
  'wrong-extension',
  'name-not-exact',
  'school-year-unknown',
];
const ROOT_CAUSES = [
  'old-cal-pass-report',
  'empty-file',
  'wrong-container',
  'spreadsheet-damage',
  'look-alike',
  'unknown-records',
  'several-record-types',
  'wide-encoding',
  'nul-bytes',
  'over-long-record',
];

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'empty-file': [
    'zero-bytes',
    'byte-order-mark-only',
    'blank-lines-only',
    'end-of-file-mark-only',
    'separators-only',
    'header-only',
  ],
  'wrong-container': [
    'xlsx',
    'excel',
    'pdf',
    'html',
    'gzip',
    'zip',
    'rtf',
    'mail',
    'word',
    'ods',
    'odt',
    'iwork',
    '7z',
    'rar',
    'tar',
    'bzip2',
    'xz',
    'zstd',
    'split zip',
  ],
  'spreadsheet-damage': [
    'commas',
    'tabs',
    'pipes',
    'quotes',
    'lost-zeros',
    'lost-zeros-school',
    'ssid-as-number',
    'dates',
    'quoted-fields',
  ],
  'foreign-lines': ['text', 'other separator', 'piece of a record'],
  'line-ends': ['lf', 'cr', 'crcrlf', 'mixed'],
  'look-alike': [
    'sis-upload-file',
    'rejected-records',
    'cumulative-enrollment',
    'fall-2-sibling',
    'ssid-extract',
    'other-extract',
  ],
};

describe('forms', () => {
  test('are many, each with its own id', () => {
    expect(FAULTY.length).toBeGreaterThanOrEqual(120);
    expect(VALID.length).toBeGreaterThanOrEqual(60);
    expect(new Set(FORMS.map(({ id }) => id)).size).toBe(FORMS.length);
    expect(FORMS.filter(({ id }) => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  test('are faulty or valid as they claim', () => {
    expect(FAULTY.filter(({ expected }) => expected.length === 0)).toEqual([]);
    expect(VALID.filter(({ expected }) => expected.length > 0)).toEqual([]);
  });

  test('have each rule at most once, at its level, with known parameters', () => {
    const warnings = ['several-leas', 'field-count', 'truncated-last-record', 'padded-school-year'];
    const notes = ['line-ends', 'leading-mark'];
    const ofTwoLevels = [
      'school-year-mismatch',
      'school-year-unreadable',
      'foreign-lines',
      'spreadsheet-damage',
    ];
    const levelOf = ({ ruleId, params }: ExpectedFinding) => {
      if (notes.includes(ruleId)) return 'note';
      return warnings.includes(ruleId) || params?.kind === 'sis-upload-file' ? 'warn' : 'block';
    };
    for (const form of FAULTY) {
      expect(new Set(idsOf(form)).size, form.id).toBe(form.expected.length);
      for (const finding of form.expected) {
        if (!ofTwoLevels.includes(finding.ruleId)) {
          expect(finding.level, form.id).toBe(levelOf(finding));
        }
        const values = Object.values(finding.params ?? {});
        const allowed = ALLOWED[finding.ruleId] ?? FILE_TYPES;
        expect(
          values.filter((value) => !allowed.includes(value as never)),
          form.id,
        ).toEqual([]);
      }
    }
  });

  test('cover every rule and every kind', () => {
    const seen = new Set(
      FAULTY.flatMap(({ expected }) =>
        expected.flatMap(({ ruleId, params }) => [ruleId, ...Object.values(params ?? {})]),
      ),
    );
    const wanted = [
      ...NAME_RULES,
      ...ROOT_CAUSES,
      ...Object.values(ALLOWED).flat(),
      ...FILE_TYPES,
      'too-large',
      'type-mismatch',
      'school-year-mismatch',
      'school-year-unreadable',
      'padded-school-year',
      'which-part',
      'several-leas',
      'field-count',
      'truncated-last-record',
      'header-row',
      'foreign-lines',
      'added-lines',
      'mark-inside',
      'joined-records',
      'line-ends',
      'leading-mark',
    ];
    expect(wanted.filter((word) => !seen.has(word))).toEqual([]);
  });

  test('have a finding about the name exactly when the name is not exact', () => {
    const exact = /^(?:(?:CRSC|SCSC|SCTE|SELA|SENR|SINF|SPRG) (\d{4}-\d\d)|(\d{4}-\d\d) [A-Z]{4})$/;
    const inBatches = [...BATCHES, plantedBatch()].flatMap(({ files }) => files);
    for (const form of [...FORMS, ...inBatches]) {
      const stem = form.name.replace(/\.txt$/, '');
      const isExact = exact.test(stem) && stem !== form.name && !form.name.includes('2022-24');
      const hasFinding = idsOf(form).some((ruleId) => NAME_RULES.includes(ruleId));
      expect(hasFinding, form.name).toBe(!isExact);
    }
  });

  test('have no second finding about the content next to a root cause', () => {
    for (const form of FAULTY) {
      const inside = idsOf(form).filter((ruleId) => !NAME_RULES.includes(ruleId));
      if (inside.some((ruleId) => ROOT_CAUSES.includes(ruleId))) {
        expect(inside, form.id).toHaveLength(1);
      }
    }
  });

  test('give the same bytes on every call', () => {
    for (const form of SMALL_FORMS) {
      expect(sha256(form.bytes()), form.id).toBe(sha256(form.bytes()));
    }
  });

  test('are over the size limit only if that is the fault', () => {
    for (const form of FORMS) {
      expect(form.bytes().length > LIMIT, form.id).toBe(idsOf(form).includes('too-large'));
    }
  });

  test('have the rows and years they claim', () => {
    for (const { id, facts, bytes } of SMALL_FORMS) {
      if (facts !== undefined) {
        const rows = Buffer.from(bytes())
          .toString('latin1')
          .split(/[\r\n]+/)
          .filter((line) => line.includes('^'));
        expect(rows, id).toHaveLength(facts.rows);
        expect(Object.values(facts.years).reduce((sum, count) => sum + count, 0)).toBe(facts.rows);
      }
    }
  });

  test('have canaries wherever they have records', () => {
    const without = new Set(['empty-file', 'unknown-records', 'wrong-container']);
    for (const form of SMALL_FORMS) {
      if (!idsOf(form).some((ruleId) => without.has(ruleId)) && form.id !== 'nul-everywhere') {
        const text = Buffer.from(form.bytes()).toString('latin1');
        expect(findCanaries(text).length, form.id).toBeGreaterThan(0);
      }
    }
  });

  test('have no canary in a name', () => {
    expect(FORMS.flatMap(({ name }) => findCanaries(name))).toEqual([]);
  });
});

describe('batches', () => {
  test('have their own ids and refer to their own files', () => {
    expect(new Set(BATCHES.map(({ id }) => id)).size).toBe(BATCHES.length);
    for (const { id, files, expected } of [...BATCHES, plantedBatch()]) {
      for (const finding of expected) {
        expect(finding.files.length, id).toBeGreaterThan(1);
        expect(
          finding.files.every((place) => place < files.length),
          id,
        ).toBe(true);
      }
    }
  });

  test('say that content is the same exactly if it is', () => {
    for (const { id, files, expected } of [...BATCHES, plantedBatch()]) {
      for (const finding of expected) {
        const hashes = finding.files.map((place) => sha256(files[place]?.bytes() ?? Buffer.of()));
        if (finding.ruleId === 'one-of-several') continue; // a copy of a part is one, too
        const isSame = finding.ruleId !== 'same-name-twice';
        expect(new Set(hashes).size, id).toBe(isSame ? 1 : hashes.length);
      }
      const all = files.map((file) => sha256(file.bytes()));
      const twice = all.filter((hash, place) => all.indexOf(hash) !== place).length;
      const expectedTwice = expected
        .filter(({ ruleId }) => !['same-name-twice', 'one-of-several'].includes(ruleId))
        .reduce((sum, finding) => sum + finding.files.length - 1, 0);
      expect(twice, id).toBe(expectedTwice);
    }
  });

  test.each(SCHOOL_YEARS)('the clean batch of %s has the seven files', (schoolYear) => {
    const { files, expected } = cleanBatch(schoolYear);
    expect(files.map(({ name }) => name)).toEqual(
      FILE_TYPES.map((fileType) => `${fileType} ${schoolYear}.txt`),
    );
    expect([...expected, ...files.flatMap((file) => file.expected)]).toEqual([]);
  });

  test('the planted batch has 35 files and 60 findings, the same on every call', () => {
    const { files, expected } = plantedBatch();
    expect(files).toHaveLength(35);
    expect(new Set(files.map(({ id }) => id)).size).toBe(35);
    const findings = files.flatMap((file) => file.expected).length + expected.length;
    expect(findings).toBe(PLANTED_FAULTS);
    const contentOf = ({ name, bytes }: Form) => `${name} ${sha256(bytes())}`;
    expect(plantedBatch().files.map(contentOf)).toEqual(files.map(contentOf));
  });
});
