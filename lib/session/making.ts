import type { MadeFile } from '../fixes/copy-source.ts';
import type { Order, Preparation, PreparationProgress, PreparedPart } from './preparation.ts';

/** How far it is what is made of a file, as plain data. */
export interface Making {
  readonly order: Order;
  /**
   * `shape unknown`: nobody can say yet whether it goes in one piece. `settled`: it is certain what
   * goes. `changed`: the file on the disk is not what was checked. `stopped`: by the person.
   */
  readonly stage: 'shape unknown' | 'shape known' | 'settled' | 'failed' | 'changed' | 'stopped';
  readonly progress?: PreparationProgress | undefined;
  /** The size of the zip of the full file, in bytes; an estimate where that is too large. */
  readonly zippedBytes?: number | undefined;
  /** Of a file that goes in one piece. */
  readonly whole?: MadeFile | undefined;
  readonly parts?: readonly PreparedPart[] | undefined;
}

export function makingOf(
  { order, failure, isStopped, progress, zippedBytes, whole, parts }: Preparation,
  reached: 'shape unknown' | 'shape known' | 'settled',
): Making {
  const stage = failure ?? (isStopped ? 'stopped' : reached);
  return { order, stage, progress, zippedBytes, whole, parts };
}
