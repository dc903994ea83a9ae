/** Shorter texts stay as they are: they are read on the way to the first message. */
const LONG = 256 * 1024;
/** What no JSON begins with. */
const MARK = 'z';
/** Bytes at a time that a function takes as arguments. */
const PIECE = 0x8000;

/** A text as it is kept: a long one compressed, as storage counts each byte. */
export async function packText(text: string): Promise<string> {
  if (text.length < LONG) return text;
  const bytes = await pipe(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  let signs = '';
  for (let at = 0; at < bytes.length; at += PIECE) signs += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return MARK + btoa(signs);
}

/** The text that was kept. Throws where it has been damaged. */
export async function unpackText(kept: string): Promise<string> {
  if (!kept.startsWith(MARK)) return kept;
  const signs = atob(kept.slice(MARK.length));
  const bytes = new Uint8Array(signs.length);
  // `Uint8Array.from` takes ten times as long.
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at);
  return new TextDecoder().decode(await pipe(bytes, new DecompressionStream('deflate-raw')));
}

async function pipe(bytes: Uint8Array<ArrayBuffer>, through: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(through)).arrayBuffer());
}
