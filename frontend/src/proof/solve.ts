// The proof of work that the service asks of strangers while many guess at an account: a number whose SHA-256
// after the challenge begins with zero bits. The browser's own SHA-256 answers one digest at a time by a
// promise, which is twenty times slower.

/** Fractional parts of roots of primes: `power` 1/2 begins the state, 1/3 are the constants of the rounds. */
function primeRoots(count: number, power: number): Int32Array {
  const out = new Int32Array(count);
  for (let n = 2, found = 0; found < count; n++) {
    let prime = true;
    for (let d = 2; d * d <= n && prime; d++) prime = n % d !== 0;
    if (prime) out[found++] = ((n ** power % 1) * 0x100000000) | 0;
  }
  return out;
}

const kRounds = primeRoots(64, 1 / 3);
const kBegin = primeRoots(8, 1 / 2);
const schedule = new Int32Array(64);

/** One block of SHA-256 over the state `from`, into `to`. The block stands in the schedule's first 16 words. */
function compress(from: Int32Array, to: Int32Array): void {
  const w = schedule;
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15]!;
    const y = w[i - 2]!;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
  }
  let a = from[0]!;
  let b = from[1]!;
  let c = from[2]!;
  let d = from[3]!;
  let e = from[4]!;
  let f = from[5]!;
  let g = from[6]!;
  let h = from[7]!;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + kRounds[i]! + w[i]!) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  to[0] = (from[0]! + a) | 0;
  to[1] = (from[1]! + b) | 0;
  to[2] = (from[2]! + c) | 0;
  to[3] = (from[3]! + d) | 0;
  to[4] = (from[4]! + e) | 0;
  to[5] = (from[5]! + f) | 0;
  to[6] = (from[6]! + g) | 0;
  to[7] = (from[7]! + h) | 0;
}

/** ASCII text into the block, its end and the length of all that is digested after it. */
function fill(text: string, length?: number): void {
  schedule.fill(0, 0, 16);
  const put = (i: number, byte: number) => (schedule[i >> 2]! |= byte << (24 - (i % 4) * 8));
  for (let i = 0; i < text.length; i++) put(i, text.charCodeAt(i));
  if (length === undefined) return;
  put(text.length, 0x80);
  schedule[15] = length * 8;
}

/** The first number, as text. The challenge is one block of 64 characters. */
export function solve(challenge: string, bits: number): string {
  const state = new Int32Array(8);
  const digest = new Int32Array(8);
  fill(challenge);
  compress(kBegin, state);
  for (let n = 0; ; n++) {
    const answer = String(n);
    fill(answer, challenge.length + answer.length);
    compress(state, digest);
    if (Math.clz32(digest[0]!) >= bits) return answer;
  }
}
