// The proof of work is that of the service: the SHA-256 of challenge and number, as text.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { solve } from '../src/proof/solve';

const zeroBits = (text: string) => Math.clz32(createHash('sha256').update(text).digest().readUInt32BE());

test('the first number that solves the challenge', () => {
  for (let i = 0; i < 20; i++) {
    const challenge = `${i}`.padStart(64, 'aZ_-9');
    const answer = solve(challenge, 10);
    let first = 0;
    while (zeroBits(`${challenge}${first}`) < 10) first++;
    expect(answer).toBe(String(first));
  }
});

test('as many bits as the service asks for', () => {
  expect(zeroBits('x'.repeat(64) + solve('x'.repeat(64), 18))).toBeGreaterThanOrEqual(18);
});
