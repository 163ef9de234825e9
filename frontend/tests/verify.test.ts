// What the verifier of results files says of one that is true and of what may be done to it. The many made by
// chance are in agreement/.
import { describe, expect, it } from 'vitest';
import vector from '../../tests/vectors/results_file.json';
import recorded from '../../tests/vectors/results_file_records.json';
import { parseKey } from '../src/ledger/notes';
import { verifyResults } from '../src/verify/verify';

const key = (await parseKey(vector.key))!;
type File = typeof vector.file;

async function found(bend: (file: File) => void, withKey = true) {
  const file = structuredClone(vector.file);
  bend(file);
  return told(JSON.stringify(file), withKey);
}
async function told(text: string, withKey = true) {
  const { steps } = await verifyResults(text, withKey ? key : undefined);
  return steps.flatMap((step) => step.differences.map(({ pointer, kind }) => `${step.step} ${pointer} ${kind}`));
}

describe('a results file', () => {
  it('holds as it was published, whatever its white space, with the key and without', async () => {
    for (const text of [JSON.stringify(vector.file), JSON.stringify(vector.file, null, 3)])
      for (const withKey of [true, false]) expect(await told(text, withKey)).toEqual([]);
    const { steps, signatureChecked } = await verifyResults(JSON.stringify(vector.file));
    expect(signatureChecked).toBe(false);
    expect(steps.map(({ step }) => step)).not.toContain('signature');
  });

  it('names the total, the criterion and the score of a changed mark', async () => {
    const differences = await found((file) => {
      const marks = file.ranking.rounds[0]!.works[0]!.cards[0]!.marks as Record<string, number>;
      marks.content = marks.content === 3 ? 2 : 3;
    });
    const work = '/ranking/rounds/0/works/0';
    expect(differences).toContain(`scores ${work}/cards/0/total differs`);
    expect(differences).toContain(`scores ${work}/criteria/content differs`);
    expect(differences).toContain('ledger  fileNotPublished');
  });

  it('tells prizes that were swapped by what passed whom over', async () => {
    const differences = await found((file) => {
      const [a, b] = [file.awards[0]!, file.awards.find((one) => one.code && one.prize !== file.awards[0]!.prize)!];
      const { prize, name, money } = a;
      Object.assign(a, { prize: b.prize, name: b.name, money: b.money });
      Object.assign(b, { prize, name, money });
    }, false);
    expect(differences.some((one) => one.includes('awardNotDue'))).toBe(true);
    expect(differences.some((one) => one.includes('/exceptions'))).toBe(true);
  });

  it('needs the key only for who signed it', async () => {
    const bend = (file: File) => {
      const { head } = file.ledger;
      file.ledger.head = head.slice(0, -8) + (head.at(-8) === 'A' ? 'B' : 'A') + head.slice(-7);
    };
    expect(await found(bend)).toEqual(['signature /ledger/head headNotSigned']);
    expect(await found(bend, false)).toEqual([]);
    const other = (await parseKey(vector.key))!;
    other.key = other.key.map((byte) => byte ^ 1);
    const { steps } = await verifyResults(JSON.stringify(vector.file), other);
    expect(steps.find(({ step }) => step === 'signature')?.state).toBe('differs');
  });

  it('of a version that nobody knows is named as such', async () => {
    expect(await found((file) => (file.v = 99))).toEqual(['shape /v versionUnknown']);
  });

  it('whose names stand twice, which is nested without end, or which is none, is refused and harms nothing', async () => {
    const text = JSON.stringify(vector.file);
    expect(await told(text.replace('{', '{"v":3,'))).toEqual(['shape  unreadable']);
    expect(await told(text.replace('{', `{"x":${'['.repeat(1e6)}${']'.repeat(1e6)},`))).toEqual(['shape  unreadable']);
    for (const none of ['', '{', '[]', '{}', 'null', '{"v":2}', '{"v":3,"rule_book":{"document":"{}"}}'])
      expect(await told(none), none).not.toEqual([]);
  });

  it('by a rule book that nothing can be computed by is named as such', async () => {
    const differences = await found((file) => {
      const document = JSON.parse(file.rule_book.document) as { rounds: { criteria: { max: number }[] }[] };
      document.rounds[0]!.criteria[0]!.max = 0;
      file.rule_book.document = JSON.stringify(document);
    });
    expect(differences).toContain('rules /rule_book/document rulesImpossible');
  });

  it('stripped of its record does not pass for one of an earlier version', async () => {
    const bend = (file: File) => {
      const old = file as unknown as Record<string, unknown>;
      file.v = 1;
      for (const name of ['exceptions', 'departures', 'author_keys', 'left', 'earlier']) delete old[name];
      for (const award of file.awards) delete (award as Partial<File['awards'][0]>).unit_code;
      delete (file.ledger as Partial<File['ledger']>).record;
      delete (file.ledger as Partial<File['ledger']>).path;
    };
    expect(await found(bend)).toEqual(['signature /ledger noRecord']);
    expect(await found(bend, false)).toEqual([]);
  });
});

describe('a results file with the records of its acts', () => {
  type Recorded = typeof recorded.file;
  async function differences(bend: (file: Recorded) => void = () => undefined) {
    const file = structuredClone(recorded.file);
    bend(file);
    return told(JSON.stringify(file));
  }
  const cardAt = recorded.file.ledger.records.findIndex(({ record }) => record.includes('"card.submitted"'));

  it('holds, and says how many records were found', async () => {
    const { holds, records, steps } = await verifyResults(JSON.stringify(recorded.file), key);
    expect(holds).toBe(true);
    const works = recorded.file.ranking.rounds.flatMap((round) => round.works);
    expect(records?.cards).toBe(works.flatMap(({ cards }) => cards).length);
    expect(records?.decisions).toBeGreaterThan(3);
    expect(steps.map(({ step }) => step)).toContain('records');
  });

  it('names a record that was changed, and that all no longer lead to the signed head', async () => {
    const found = await differences(({ ledger }) => {
      const one = ledger.records[cardAt]!;
      one.record = one.record.replace('"round":"1"', '"round":"2"');
    });
    expect(found).toContain('records /ledger/nodes recordsNotInLog');
    expect(found).toContain(`records /ledger/records/${cardAt} recordUnneeded`);
    expect(found.some((one) => /^records \/ranking\/rounds\/0\/works\/\d+\/cards\/\d+ cardUnrecorded$/.test(one))).toBe(
      true,
    );
  });

  it('names an opening that is not what the record commits to', async () => {
    const found = await differences(({ ledger }) => {
      const open = ledger.records[cardAt]!.open as { marks: { value: string } };
      open.marks.value = open.marks.value.replace(/\d/, (digit) => (digit === '1' ? '2' : '1'));
    });
    expect(found).toContain(`records /ledger/records/${cardAt}/open/marks openingWrong`);
  });

  it('names a record that is missing, one that was written otherwise, and a proof that leads elsewhere', async () => {
    const without = await differences(({ ledger }) => ledger.records.pop());
    expect(without).toContain('records /result stepUnrecorded');
    const spaced = await differences(({ ledger }) => (ledger.records[0]!.record += ' '));
    expect(spaced).toContain('records /ledger/records/0/record recordUnreadable');
    const proof = await differences(({ ledger }) => ledger.nodes.pop());
    expect(proof).toEqual(['records /ledger/nodes recordsNotInLog']);
  });

  it('is held against the key that it names itself when no other is given', async () => {
    const file = structuredClone(recorded.file);
    file.ledger.head =
      file.ledger.head.slice(0, -8) + (file.ledger.head.at(-8) === 'A' ? 'B' : 'A') + file.ledger.head.slice(-7);
    expect(await told(JSON.stringify(file), false)).toEqual(['ledger /ledger/head headNotSignedByOwn']);
    file.ledger.key = 'another';
    expect(await told(JSON.stringify(file), false)).toEqual(['ledger /ledger/key keyDiffers']);
  });
});
