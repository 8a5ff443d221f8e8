/** How an answer travels: a failure crosses to the asker as data, in every browser the same. */
type Reply =
  | { readonly ok: true; readonly value?: unknown }
  | { readonly ok: false; readonly message: string };

export function toReply(work: Promise<unknown>): Promise<Reply> {
  return work.then(
    (value) => ({ ok: true, value }),
    (error: unknown) => ({ ok: false, message: String(error) }),
  );
}

/** @throws what went wrong in the background */
export function fromReply(reply: unknown): unknown {
  if (!isReply(reply)) throw new Error('The background gave no answer.');
  if (!reply.ok) throw new Error(reply.message);
  return reply.value;
}

function isReply(reply: unknown): reply is Reply {
  return typeof reply === 'object' && reply !== null && 'ok' in reply;
}
