/** The number of records at the end of the file that may be padded. */
const PADDED_RECORDS = 4096;
/** The most bytes added to one record. The record stays far below the over-long limit. */
const PADDING_PER_RECORD = 1000;
/** A recognizable filler. Local record ids are free text. */
const FILLER = 'ZQXR';

/**
 * Passes records through and lengthens field 3 (local record id, empty in most files) in the last
 * ones. The sum of `sizeOf` over all records is then `total` bytes.
 * @throws RangeError if the records are already longer, or too few for the difference
 */
export function* padTo(
  records: Iterable<string>,
  total: number,
  sizeOf: (record: string) => number,
): Generator<string> {
  const tail: string[] = [];
  let size = 0;
  for (const record of records) {
    size += sizeOf(record);
    tail.push(record);
    if (tail.length > 2 * PADDED_RECORDS) {
      yield* tail.splice(0, PADDED_RECORDS);
    }
  }
  let missing = total - size;
  if (missing < 0) {
    throw new RangeError(`the records have ${size} bytes, more than ${total}: use rowsForBytes`);
  }
  if (missing > tail.length * PADDING_PER_RECORD) {
    throw new RangeError(`${missing} bytes are too many to pad: use rowsForBytes`);
  }
  for (const [index, record] of tail.entries()) {
    const room = (tail.length - index - 1) * PADDING_PER_RECORD;
    const padding = Math.max(0, missing - room);
    missing -= padding;
    yield padding === 0 ? record : padRecord(record, padding);
  }
}

function padRecord(record: string, bytes: number): string {
  const [code = '', transaction = '', localId = '', ...rest] = record.split('^');
  const filler = FILLER.padEnd(bytes, '0').slice(0, bytes);
  return [code, transaction, localId + filler, ...rest].join('^');
}
