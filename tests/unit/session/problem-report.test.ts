import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import type { FilePlan } from '../../../lib/fixes/plan.ts';
import { ALL_RULES } from '../../../lib/rules/all-rules.ts';
import type { Finding } from '../../../lib/rules/rule.ts';
import type { FileRow } from '../../../lib/session/file-row.ts';
import { problemReport } from '../../../lib/session/problem-report.ts';
import type { SessionSnapshot } from '../../../lib/session/snapshot.ts';
import { textOf } from '../support/facts.ts';
import { harness } from './harness.ts';

const ON = { extension: '0.1.0', browser: 'Firefox 153' };
const CANARY = 'Zqx';

const snapshotOf = (other: Partial<SessionSnapshot> = {}): SessionSnapshot => ({
  page: { state: 'on', missing: [], controls: [], signs: [] },
  phase: 'review',
  rows: [],
  canGo: 0,
  needsFix: false,
  held: 0,
  partsAfter: 0,
  cuts: [],
  undoFiles: [],
  description: '',
  ...other,
});

describe('the report of a problem', () => {
  it('says what a helper needs: versions, page, controls, phase, files', () => {
    const snapshot = snapshotOf({
      page: {
        state: 'partly on',
        missing: ['description'],
        controls: [
          {
            name: 'purpose',
            isFound: true,
            score: 15,
            evidence: ['label', 'option'],
            candidates: 1,
          },
          { name: 'description', isFound: false, score: 0, evidence: [], candidates: 3 },
        ],
        signs: [
          {
            name: 'another upload',
            isFound: true,
            score: 7,
            evidence: ['own words', 'sentence'],
            candidates: 2,
          },
        ],
      },
      phase: 'refused',
      canGo: 1,
      held: 1,
      fields: { purpose: 'filled', description: 'not found' },
      trouble: 'zip not made',
      rows: [
        row({
          bytes: 98_400_000,
          plan: canGo(['rename', 'zip']),
          findings: [finding('too-large'), finding('name-not-exact')],
        }),
        row({ bytes: 0, plan: { kind: 'held' }, findings: [finding('empty-file')] }),
        row({
          bytes: 600_000,
          fileType: 'SINF',
          schoolYears: [
            ['2021-22', 5],
            ['2022-23', 9],
          ],
        }),
      ],
    });
    expect(problemReport({ runningOn: ON, snapshot })).toBe(
      [
        'Upload Assistant for Cal-PASS Plus: problem report',
        'Extension 0.1.0 in Firefox 153',
        'Organization: not named',
        'Page: partly on, missing: description',
        '- purpose: found, score 15 by label, option, candidates 1',
        '- description: not found, score 0, candidates 3',
        '- another upload: found, score 7 by own words, sentence, candidates 2',
        'Phase: refused',
        'Trouble: zip not made',
        'Fields: purpose filled, description not found',
        'Files: 3 chosen, 1 can go, 1 held back',
        '1. SENR 2022-23, 98 MB: can go (rename, zip); rules: too-large (block), name-not-exact (block)',
        '2. unknown type, 0 bytes: held; rules: empty-file (block)',
        '3. SINF 2021-22 and 2022-23, under 1 MB: not checked yet; rules: none',
      ].join('\n'),
    );
  });

  it('says why the assistant is off', () => {
    const page = {
      state: 'off',
      why: 'page changed',
      missing: [],
      controls: [],
      signs: [],
    } as const;
    const report = problemReport({ runningOn: ON, snapshot: snapshotOf({ page }) });
    expect(report).toContain('Page: off (page changed)\n');
  });

  it('names the organization only when it is told to', () => {
    const name = `${CANARY} Unified`;
    const snapshot = snapshotOf();
    expect(problemReport({ runningOn: ON, snapshot, organization: name })).toContain(name);
    expect(problemReport({ runningOn: ON, snapshot })).not.toContain(CANARY);
  });

  it('knows the name of every rule', () => {
    for (const { id } of ALL_RULES) {
      const rows = [row({ findings: [finding(id)] })];
      expect(problemReport({ runningOn: ON, snapshot: snapshotOf({ rows }) })).toContain(id);
    }
  });

  it('holds nothing of a file but its type, school years, size and rules, whatever there is', () => {
    fc.assert(
      fc.property(fc.array(canaryRow(), { maxLength: 4 }), canary(), (rows, description) => {
        const snapshot = snapshotOf({ rows, description });
        const report = problemReport({ runningOn: ON, snapshot });
        expect(report).not.toContain(CANARY);
        expect(report.split('\n')).toHaveLength(6 + rows.length);
      }),
    );
  });

  it('holds no name of a file that went through a whole session', async () => {
    const { session, hold } = harness({
      recall: async () => ({
        organization: { name: `${CANARY} Unified`, reportingLea: '9912345' },
      }),
    });
    await hold({
      [`${CANARY} SENR.txt`]: textOf('SENR', '2022-23', { reportingLeas: { '9954321': 10 } }),
      [`${CANARY}.pdf`]: textOf('CRSC', '2021-22', { container: 'pdf' }),
      [`SINF ${CANARY}.txt`]: textOf('SINF', '2022-23', {
        columnNames: [`${CANARY}Name`],
        foreignLines: { 'column names': { count: 1, firstLines: [1] } },
        surplusLines: [1],
      }),
    });
    const snapshot = session.getSnapshot();
    expect(JSON.stringify(snapshot)).toContain(CANARY);
    const report = problemReport({ runningOn: ON, snapshot });
    expect(report).not.toMatch(/zqx|9912345|9954321/i);
    expect(report).toContain('SENR 2022-23, under 1 MB: can go (rename); rules: ');
  });
});

function row(other: Partial<FileRow> = {}): FileRow {
  return {
    id: 'a',
    name: 'a',
    bytes: 1,
    place: 'now',
    changes: [],
    findings: [],
    schoolYears: [],
    yearsToChoose: [],
    ...other,
  };
}

function finding(ruleId: string): Finding {
  return { ruleId, level: 'block', words: ['finding_type_mismatch', CANARY, CANARY] };
}

function canGo(steps: Extract<FilePlan, { kind: 'can go' }>['steps']): FilePlan {
  const label = { fileType: 'SENR', schoolYear: '2022-23', order: 'type first' } as const;
  return { kind: 'can go', label, name: `${CANARY}.txt`, steps };
}

/** Any text, with the canary in it: quotes, line ends and all. */
function canary(): fc.Arbitrary<string> {
  return fc.tuple(fc.string(), fc.string()).map(([a, b]) => `${a}${CANARY}\n${b}`);
}

function canaryRow(): fc.Arbitrary<FileRow> {
  const found = fc.record({
    ruleId: fc.oneof(canary(), fc.constantFrom(...ALL_RULES.map(({ id }) => id))),
    level: fc.constantFrom('block', 'warn', 'note'),
    kind: canary(),
    words: canary().map((words): Finding['words'] => ['finding_same_name_twice', words, words]),
  });
  return fc.record(
    {
      id: canary(),
      name: canary(),
      place: fc.constantFrom('now', 'later', 'sent'),
      bytes: fc.nat(),
      rows: fc.nat(),
      changes: fc.array(canary().map((words): FileRow['changes'][number] => ['size', words])),
      findings: fc.array(found, { maxLength: 3 }),
      schoolYears: fc.constantFrom([], [['2022-23', 5]] as const),
      yearsToChoose: fc.constant(['2022-23'] as const),
      fileType: fc.constantFrom(...FILE_TYPES),
      plan: fc.constantFrom<FilePlan[]>({ kind: 'held' }, canGo([]), canGo(['zip'])),
    },
    {
      requiredKeys: [
        'id',
        'name',
        'place',
        'bytes',
        'changes',
        'findings',
        'schoolYears',
        'yearsToChoose',
      ],
    },
  );
}
