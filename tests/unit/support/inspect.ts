import { inspectFile } from '../../../lib/inspection/inspect.ts';
import { cut } from './cut.ts';
import { latin1 } from './records.ts';

export const never = () => ({ signal: new AbortController().signal });

/** The facts of some content. @param content text is one byte a character. */
export async function inspect(content: string | Uint8Array<ArrayBuffer>) {
  const bytes = typeof content === 'string' ? latin1(content) : content;
  return (await inspectFile(new Blob([bytes]), never())).facts;
}

export async function* pieces(
  bytes: Uint8Array<ArrayBuffer>,
  cuts: readonly number[],
): AsyncGenerator<Uint8Array> {
  yield* cut(bytes, cuts);
}
