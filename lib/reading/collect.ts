/** Chromium's limit, explained below. */
const KEPT_IN_MEMORY_BYTES = 5 * 1024 * 1024;
const BLANK = new Uint8Array(64 * 1024);

/**
 * Collects a stream in a Blob with its own bytes. A large one is on disk from its first byte.
 *
 * Chromium keeps the first 5 MiB of a stream in memory as long as the Blob lives, and writes only
 * the rest to disk (`storage/browser/blob`: blob_builder_from_stream.cc, kDefaultMinPageFileSize).
 * A 2 GB file becomes ten zips, and that would be 50 MiB. So this code writes 5 MiB of blank bytes
 * first and cuts them off afterward. Their memory goes away with the uncut Blob. Firefox keeps
 * less, and the blanks do no harm there.
 */
export async function collect(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  { expectedBytes }: { readonly expectedBytes: number },
): Promise<Blob> {
  if (expectedBytes <= KEPT_IN_MEMORY_BYTES) return new Response(stream).blob();
  const padded = await new Response(blanksBefore(stream)).blob();
  return padded.slice(KEPT_IN_MEMORY_BYTES);
}

/**
 * Requests a chunk only after the one before was read, because the reader may then free that one's
 * memory.
 */
function blanksBefore(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  return new ReadableStream(
    {
      start(to) {
        for (let at = 0; at < KEPT_IN_MEMORY_BYTES; at += BLANK.length) to.enqueue(BLANK);
      },
      async pull(to) {
        const { done, value } = await reader.read();
        if (done) to.close();
        else to.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
