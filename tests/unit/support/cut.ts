/** The bytes in pieces, cut at ascending positions. */
export function* cut(
  bytes: Uint8Array<ArrayBuffer>,
  cuts: readonly number[],
): Generator<Uint8Array<ArrayBuffer>> {
  let start = 0;
  for (const end of [...cuts, bytes.length]) {
    yield bytes.subarray(start, end);
    start = end;
  }
}
