import type { SentSet } from '../rules/label-part.ts';
import type { JudgedFile } from './judge.ts';
import { judgedFiles } from './judge.ts';
import type { SessionFile } from './session-file.ts';
import { checkedHash } from './session-file.ts';
import type { SessionState } from './session-state.ts';

/**
 * All files, before some leave the list because the page has them. The ledger was asked about the
 * others before that, so those learn here which parts of their set went.
 */
export function rememberSent(
  state: SessionState,
  isLeft: (file: SessionFile) => boolean,
): SessionFile[] {
  const judged = new Map(judgedFiles(state).map((one) => [one.file.id, one]));
  const left = [...judged.values()].filter(({ file }) => isLeft(file));
  return state.files.map((file) => {
    const one = judged.get(file.id);
    return one && !isLeft(file) ? withSent(one, left) : file;
  });
}

function withSent({ file, plan }: JudgedFile, left: readonly JudgedFile[]): SessionFile {
  const { check } = file;
  if (plan?.kind !== 'can go' || !plan.part || check.stage !== 'checked') return file;
  const { set, of } = plan.part;
  const sent = left.flatMap((one) => sentIn(set, one));
  if (sent.length === 0) return file;
  const { fileType, schoolYear } = plan.label;
  const known = check.recalled.sentSets ?? [];
  const before = known.find((one) => one.set === set)?.sent ?? [];
  const now: SentSet = { fileType, schoolYear, set, of, sent: [...before, ...sent] };
  const sentSets = [now, ...known.filter((one) => !isSameCell(one, now))];
  return { ...file, check: { ...check, recalled: { ...check.recalled, sentSets } } };
}

function sentIn(set: string, { file, plan }: JudgedFile): SentSet['sent'] {
  const contentHash = checkedHash(file);
  if (plan?.kind !== 'can go' || plan.part?.set !== set || !contentHash) return [];
  const { number, isSent } = plan.part;
  return isSent ? [] : [{ number, contentHash }];
}

function isSameCell(a: SentSet, b: SentSet): boolean {
  return a.fileType === b.fileType && a.schoolYear === b.schoolYear;
}
