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
  /** Every value of every field, in form order. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly ReceivedFile[];
}

/**
 * Reads a multipart or urlencoded form. Files go straight to `folder`: extracts can be several
 * hundred megabytes, so only a stream's buffer is ever in memory.
 *
 * @throws if the body is not a form, or if the browser stops halfway
 */
export async function readFormBody(request: IncomingMessage, folder: string): Promise<FormBody> {
  const fields = new Map<string, string[]>();
  const saving: Promise<ReceivedFile>[] = [];
  // Browsers send file names as raw UTF-8. The parser's default is Latin-1.
  const form = busboy({ headers: request.headers, defParamCharset: 'utf8' });

  form.on('field', (name, value) => {
    fields.set(name, [...(fields.get(name) ?? []), value]);
  });
  form.on('file', (_name, content, { filename }) => {
    // Browsers send an empty file input as one part without a name.
    if (!filename) {
      content.resume();
      return;
    }
    const saved = saveFile(content, filename, folder);
    // Without this, the parser would wait forever for a reader that is gone.
    saved.catch((error: Error) => form.destroy(error));
    saving.push(saved);
  });

  await pipeline(request, form);
  return { fields, files: await Promise.all(saving) };
}

async function saveFile(content: Readable, name: string, folder: string): Promise<ReceivedFile> {
  // The sender's name may contain anything, so it is never used as a path.
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
