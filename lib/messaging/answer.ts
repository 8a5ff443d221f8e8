/** How the background answers: a failure crosses to the asker as data, whatever the browser. */
export type Answer =
  | { readonly ok: true; readonly value?: unknown }
  | { readonly ok: false; readonly message: string };

export function toAnswer(work: Promise<unknown>): Promise<Answer> {
  return work.then(
    (value) => ({ ok: true, value }),
    (error: unknown) => ({ ok: false, message: String(error) }),
  );
}

/** @throws what went wrong in the background */
export function fromAnswer(answer: unknown): unknown {
  if (!isAnswer(answer)) throw new Error('The background gave no answer.');
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

function isAnswer(answer: unknown): answer is Answer {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
