/** Ids for what an import brings: the same record gets the same id each time, so that importing it twice adds nothing. */

/** Namespace of our names, made once by chance (RFC 9562, 6.6). */
const NAMESPACE = "17779b31-3e90-4400-a8ee-58e288e372c0";

export const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/**
 * A UUID of version 5 (RFC 9562, 5.5) of what a record is known by in its format.
 * @param parts The format first; then the record's own id or, where it has none, text and place
 */
export function idFrom(...parts: readonly string[]): string {
  const name = new TextEncoder().encode(JSON.stringify(parts));
  const space = Uint8Array.from(NAMESPACE.replaceAll("-", "").match(/../g)!, (pair) => Number.parseInt(pair, 16));
  const bytes = new Uint8Array(space.length + name.length);
  bytes.set(space);
  bytes.set(name, space.length);
  const hash = sha1(bytes).slice(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

const rotate = (word: number, by: number) => (word << by) | (word >>> (32 - by));

/** FIPS 180-4, 4.1.1 and 4.2.1: what mixes three words in each twenty of the eighty rounds. */
const ROUNDS: readonly [mix: (x: number, y: number, z: number) => number, constant: number][] = [
  [(x, y, z) => (x & y) ^ (~x & z), 0x5a827999],
  [(x, y, z) => x ^ y ^ z, 0x6ed9eba1],
  [(x, y, z) => (x & y) ^ (x & z) ^ (y & z), 0x8f1bbcdc],
  [(x, y, z) => x ^ y ^ z, 0xca62c1d6],
];

/** SHA-1 (FIPS 180-4, 6.1), which UUIDs of version 5 are made of. The browser's own answers only later, and planning does not wait. */
export function sha1(message: Uint8Array): Uint8Array {
  const padded = new DataView(new ArrayBuffer(((message.length + 8) >> 6 << 6) + 64));
  new Uint8Array(padded.buffer).set(message);
  padded.setUint8(message.length, 0x80);
  padded.setUint32(padded.byteLength - 8, Math.floor(message.length / 2 ** 29));
  padded.setUint32(padded.byteLength - 4, message.length << 3);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const words = new Int32Array(80);
  for (let block = 0; block < padded.byteLength; block += 64) {
    for (let t = 0; t < 80; t++) {
      words[t] = t < 16 ? padded.getInt32(block + t * 4) : rotate(words[t - 3]! ^ words[t - 8]! ^ words[t - 14]! ^ words[t - 16]!, 1);
    }
    let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
    for (let t = 0; t < 80; t++) {
      const [mix, constant] = ROUNDS[Math.floor(t / 20)]!;
      [a, b, c, d, e] = [(rotate(a, 5) + mix(b, c, d) + e + constant + words[t]!) | 0, a, rotate(b, 30), c, d];
    }
    [a, b, c, d, e].forEach((word, i) => (state[i] = state[i]! + word));
  }
  const digest = new DataView(new ArrayBuffer(20));
  state.forEach((word, i) => digest.setInt32(i * 4, word));
  return new Uint8Array(digest.buffer);
}
