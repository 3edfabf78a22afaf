// Files that are packed by gzip, unpacked by what the browser has for that.

/** A file that comes to more is left as it is: a bomb, or no log. */
const MOST = 2 ** 28;

/** What a file holds; the file itself where it is not packed, or cannot be unpacked. @param {Uint8Array<ArrayBuffer>} bytes */
export async function unpacked(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts = [];
  try {
    for (let length = 0; ; ) {
      const { done, value } = await reader.read();
      if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
      length += value.length;
      if (length > MOST) {
        await reader.cancel();
        return bytes;
      }
      parts.push(value);
    }
  } catch {
    return bytes;
  }
}
