// Two verifiers of results files that share nothing, this one and the program's, say the same of files made
// by chance, true and bent: one line each in the file that scripts/verifiers-agree names.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseKey, type VerifierKey } from '../src/ledger/notes';
import { type FaultKind } from '../src/verify/differences';
import { verifyResults, type Verdict } from '../src/verify/verify';

interface Line {
  name: string;
  text: string;
  with_key: boolean;
  faults: [pointer: string, key: string][]; // what the program finds
}

/** What is held against the schema and what is not is this verifier's own affair; a rule book that contradicts itself the program's. */
const onlyHere = (verdict: Verdict) =>
  verdict.steps.every(({ step, state }) => step === 'shape' || state !== 'differs');
const onlyThere = ({ faults }: Line) => faults.every(([, key]) => key.startsWith('rules.'));

const lines: Line[] = [];
let key: VerifierKey | undefined;

beforeAll(async () => {
  const from = process.env.GUONG_RESULTS_FILES;
  if (!from) throw new Error('scripts/verifiers-agree makes the files');
  const [first, ...others] = readFileSync(from, 'utf8').trimEnd().split('\n');
  key = await parseKey((JSON.parse(first ?? '{}') as { key: string }).key);
  expect(key).toBeDefined();
  for (const line of others) lines.push(JSON.parse(line) as Line);
});

const of = (start: RegExp) => lines.filter(({ name }) => start.test(name));
const verified = (line: Line) => verifyResults(line.text, line.with_key ? key : undefined);
const told = ({ steps }: Verdict) =>
  steps.flatMap((step) => step.differences.map(({ pointer, kind }) => `${step.step} ${pointer} ${kind}`));

const kRecordKinds: FaultKind[] = [
  'recordUnreadable',
  'recordsNotInLog',
  'openingWrong',
  'rulesUnrecorded',
  'cardUnrecorded',
  'stepUnrecorded',
  'departureUnrecorded',
  'leftUnrecorded',
  'recordUnneeded',
];
const snake = (kind: string) => kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** Where each finds fault with the records of acts. */
const placesThere = ({ faults }: Line) =>
  faults
    .map(([pointer, key]) => `${pointer} ${key.replace('standings.', '')}`)
    .filter((told) => kRecordKinds.some((kind) => told.endsWith(` ${snake(kind)}`)))
    .sort();
const placesHere = ({ steps }: Verdict) =>
  steps
    .filter(({ step }) => step === 'records')
    .flatMap(({ differences }) => differences.map(({ pointer, kind }) => `${pointer} ${snake(kind)}`))
    .sort();

/** Files of which the two say otherwise: one holds what the other does not. */
async function disagreements(files: Line[]): Promise<string[]> {
  const out: string[] = [];
  for (const line of files) {
    const verdict = await verified(line);
    const same = verdict.holds === (line.faults.length === 0);
    const expected = verdict.holds ? onlyThere(line) : onlyHere(verdict);
    if (!same && !expected)
      out.push(`${line.name}: program ${JSON.stringify(line.faults.slice(0, 3))}, here ${told(verdict).slice(0, 3)}`);
  }
  return out;
}

describe('two verifiers that share nothing', { timeout: 240_000 }, () => {
  it('hold files of contests made by chance to be true', async () => {
    const files = of(/^contest \d+$/);
    expect(files.length).toBeGreaterThanOrEqual(400);
    expect(files.flatMap(({ faults }) => faults)).toEqual([]);
    expect(await disagreements(files)).toEqual([]);
  });

  it('find what was bent in such files by somebody who made every hash and signature fit', async () => {
    const files = of(/^contest \d+, bent/);
    expect(files.filter(({ faults }) => faults.length > 0).length).toBeGreaterThan(400);
    expect(await disagreements(files)).toEqual([]);
  });

  it('name the same places where records, proofs and openings were changed', async () => {
    const files = of(/, records|, done otherwise/);
    expect(files.length).toBeGreaterThan(800);
    const kinds = new Set(files.flatMap(({ faults }) => faults.map(([, key]) => key)));
    expect([...kinds]).toEqual(expect.arrayContaining(kRecordKinds.map((kind) => `standings.${snake(kind)}`)));
    expect(await disagreements(files)).toEqual([]);
    for (const line of files) expect(placesHere(await verified(line)), line.name).toEqual(placesThere(line));
  });

  it('find every change of one value, with the key and without', async () => {
    const files = of(/^one value/);
    expect(files.length).toBeGreaterThan(300);
    expect(await disagreements(files)).toEqual([]);
    for (const line of of(/^one value: /)) expect((await verified(line)).holds, line.name).toBe(false);
  });
});
