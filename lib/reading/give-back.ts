/**
 * Frees memory at once. Garbage collectors let 70 MiB and more pile up. A buffer sent to a closed
 * port goes nowhere and is freed. (`buffer.transfer(0)` makes it worse in Chromium 156: the page's
 * engine holds on to the bytes, but the script engine no longer knows about them and sees no reason
 * to collect.)
 * @param bytes gone afterward, if they fill their buffer. If not, other code may use the rest of
 * it.
 */
export function giveBack({ length, buffer }: Uint8Array<ArrayBuffer>): void {
  if (length === buffer.byteLength) nowhere.postMessage(null, [buffer]);
}

const nowhere = closedPort();

function closedPort(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return port1;
}
