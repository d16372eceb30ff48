/**
 * Encrypts PDFs for tests, as the oldest of the ways in which they may be (ISO 32000-1, 7.6.3: the standard security handler,
 * version 1, revision 2; RC4 with keys of 40 bits). Every character of a text here is a byte.
 */
import { createHash } from "node:crypto";

/** What passwords are filled up with (algorithm 2). */
const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
/** Everything but changing it is allowed. */
const PERMISSIONS = -4;

export interface Encryption {
  /** That says how it is encrypted, for the trailer. */
  dictionary: string;
  /** Encrypts what stands in an object: its strings, and its stream. @param number of the object; its generation is 0 */
  encrypt(body: string, number: number): string;
}

/** @param id the first part of the file's identifier, in hexadecimal */
export function encryption(password: string, id: string): Encryption {
  const padded = Buffer.concat([Buffer.from(password, "latin1"), PADDING]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = md5(padded, owner, permissions, Buffer.from(id, "hex")).subarray(0, 5);
  const user = rc4(key, PADDING);
  return {
    dictionary: `<< /Filter /Standard /V 1 /R 2 /Length 40 /P ${PERMISSIONS} /O <${owner.toString("hex")}> /U <${user.toString("hex")}> >>`,
    encrypt(body, number) {
      const own = md5(key, Buffer.from([number & 255, (number >> 8) & 255, number >> 16, 0, 0])).subarray(0, 10);
      const [says, content] = body.split(/(?<=\nstream\n)(.*)(?=\nendstream$)/s) as [string, string | undefined];
      const strings = says.replace(/<<|>>|<([\da-f]*)>|\(([^()\\]*)\)/gi, (whole, digits?: string, literal?: string) => {
        const bytes = digits !== undefined ? Buffer.from(digits, "hex") : literal !== undefined ? Buffer.from(literal, "latin1") : null;
        return bytes ? `<${rc4(own, bytes).toString("hex")}>` : whole;
      });
      return content === undefined ? strings : `${strings}${rc4(own, Buffer.from(content, "latin1")).toString("latin1")}\nendstream`;
    },
  };
}

function md5(...parts: readonly Uint8Array[]): Buffer {
  return createHash("md5").update(Buffer.concat(parts)).digest();
}

/** The cipher that was called so on sci.crypt in 1994: a permutation that the key shuffles, and that goes on being shuffled. */
function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (one: number, other: number) => ([state[one], state[other]] = [state[other]!, state[one]!]);
  for (let at = 0, to = 0; at < 256; at++) swap(at, (to = (to + state[at]! + key[at % key.length]!) & 255));
  let [at, to] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      at = (at + 1) & 255;
      swap(at, (to = (to + state[at]!) & 255));
      return byte ^ state[(state[at]! + state[to]!) & 255]!;
    }),
  );
}
