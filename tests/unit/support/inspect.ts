import { inspectFile } from '../../../lib/inspection/inspect.ts';
import { cut } from './cut.ts';
import { latin1 } from './records.ts';

export const never = () => ({ signal: new AbortController().signal });

/** @param content text is one byte a character. */
export function inspect(content: string | Uint8Array<ArrayBuffer>) {
  return inspectFile(new Blob([typeof content === 'string' ? latin1(content) : content]), never());
}

export async function* pieces(
  bytes: Uint8Array<ArrayBuffer>,
  cuts: readonly number[],
): AsyncGenerator<Uint8Array> {
  yield* cut(bytes, cuts);
}
