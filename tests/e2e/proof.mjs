// The proof of work that the service asks of strangers who sign in to an account at which somebody guesses.
import { createHash } from 'node:crypto';

/** The first number whose digest after the challenge begins with so many zero bits. */
export function solve({ challenge, bits }) {
  for (let answer = 0; ; answer++) {
    const digest = createHash('sha256').update(`${challenge}${answer}`).digest();
    if (Math.clz32(digest.readUInt32BE()) >= bits) return { challenge, answer: String(answer) };
  }
}
