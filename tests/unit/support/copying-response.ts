/*
 * A Response whose body is a stream reads a chunk, appends its bytes, and only then asks for the next
 * (Streams standard, "read-loop"). So do browsers, and lib/archive/deflate.ts frees each chunk then.
 * Node holds on to the chunks instead until the last one has come. This makes it do as the standard says.
 */
const NodesResponse = globalThis.Response;

globalThis.Response = class extends NodesResponse {
  constructor(body?: BodyInit | null, init?: ResponseInit) {
    super(body instanceof ReadableStream ? copied(body) : body, init);
  }
};

function copied(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = stream.getReader();
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value.slice());
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
