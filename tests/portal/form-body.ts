import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { ReceivedFile } from './records.ts';

export interface FormBody {
  /** Every value of every field, in the order of the form. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly ReceivedFile[];
}

/**
 * Reads a multipart or urlencoded form. Files go straight to `folder`: extracts of several hundred
 * megabytes pass through here, so no more than a stream's buffer is ever in memory.
 *
 * @throws when the body is no form, or when the browser gives up half-way
 */
export async function readFormBody(request: IncomingMessage, folder: string): Promise<FormBody> {
  const fields = new Map<string, string[]>();
  const saving: Promise<ReceivedFile>[] = [];
  // Browsers send file names as raw UTF-8; the parser's own default is Latin-1.
  const form = busboy({ headers: request.headers, defParamCharset: 'utf8' });

  form.on('field', (name, value) => {
    fields.set(name, [...(fields.get(name) ?? []), value]);
  });
  form.on('file', (_name, content, { filename }) => {
    // A file input left empty is sent as one part without a name.
    if (!filename) {
      content.resume();
      return;
    }
    const saved = saveFile(content, filename, folder);
    // Without this the parser would wait for ever for a reader that has gone.
    saved.catch((error: Error) => form.destroy(error));
    saving.push(saved);
  });

  await pipeline(request, form);
  return { fields, files: await Promise.all(saving) };
}

async function saveFile(content: Readable, name: string, folder: string): Promise<ReceivedFile> {
  // The sender's name may hold anything; it is never used as a path.
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;

  const measure = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };

  try {
    await pipeline(content, measure, createWriteStream(path));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { name, bytes, sha256: hash.digest('hex'), at: Date.now(), path };
}
