import type { Encoding } from './file-facts.ts';

/**
 * Encodings with two or four bytes per character. No source says that Cal-PASS Plus can read them.
 */
export function isWide(encoding: Encoding | undefined): boolean {
  return encoding?.startsWith('utf-16') === true || encoding?.startsWith('utf-32') === true;
}

/** Turns blocks of wide text into UTF-8 blocks, so one scanner handles every encoding. */
export function wideToUtf8(encoding: Encoding): (block: Uint8Array) => Uint8Array<ArrayBuffer> {
  const decode = encoding.startsWith('utf-32')
    ? utf32Decoder(encoding === 'utf-32le')
    : utf16Decoder(encoding);
  const encoder = new TextEncoder();
  return (block) => encoder.encode(decode(block));
}

function utf16Decoder(encoding: Encoding): (block: Uint8Array) => string {
  const decoder = new TextDecoder(encoding);
  return (block) => decoder.decode(block, { stream: true });
}

/** The platform has no UTF-32 decoder. Every block but the last is a multiple of four bytes. */
function utf32Decoder(isLittleEndian: boolean): (block: Uint8Array) => string {
  return (block) => {
    const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
    let text = '';
    for (let at = 0; at + 4 <= view.byteLength; at += 4) {
      const point = view.getUint32(at, isLittleEndian);
      if (point !== 0xfeff) text += point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
    }
    return text;
  };
}
