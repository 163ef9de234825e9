// The records of the acts that a results file rests on, since version 4: each leads to the signed head and
// says what it committed to, each thing in the file that somebody did has its record, and none is there for
// nothing.
import {
  type Checkpoint,
  hexOf,
  leafHash,
  type PlacedLeaf,
  readBase64,
  rootOfSome,
  same,
  sha256,
} from '../ledger/notes';
import { type LedgerRecord, readRecord, readTexts } from '../ledger/record';
import { type Differences } from './differences';
import { type CardOf, type OpenedRecord, type ResultsFile } from './file';
import { Rational } from './rational';

interface Act {
  pointer: string;
  record: LedgerRecord;
  says: Map<string, string>; // in clear, and by what was opened
  needed: boolean;
}
export interface FoundRecords {
  cards: number;
  decisions: number;
}

/** What is opened of a record: never who acted, never whose work a code stands for. */
const openedOf = (kind: string): string[] =>
  kind === 'card.submitted' ? ['code', 'marks'] : kind === 'entry.disqualified' ? ['reason'] : [];

async function open({ record, says, pointer }: Act, openings: OpenedRecord['open'], out: Differences) {
  const names = Object.keys(openings);
  for (const name of names) {
    const { salt, value } = openings[name]!;
    const digest = await sha256(readBase64(salt) ?? new Uint8Array(), value);
    if (record.commitments.get(name) !== hexOf(digest)) out.add(`${pointer}/open/${name}`, 'openingWrong', { name });
    says.set(name, value);
  }
  if (names.sort().join() !== openedOf(record.kind).join())
    out.add(`${pointer}/open`, 'openingWrong', { name: record.kind });
}

class Acts {
  readonly all: Act[] = [];
  private readonly leaves: PlacedLeaf[] = [];

  static async read({ contest, ledger }: ResultsFile, out: Differences) {
    const acts = new Acts();
    for (const [i, { record: text, open: openings }] of ledger.records!.entries()) {
      const pointer = `/ledger/records/${i}`;
      const record = readRecord(text);
      const last = acts.all.at(-1)?.record.seq ?? -1;
      if (!record || record.seq <= last || record.contest !== contest.id.number) {
        out.add(`${pointer}/record`, 'recordUnreadable');
        continue;
      }
      const act = { pointer, record, says: new Map(record.data), needed: false };
      await open(act, openings, out);
      acts.all.push(act);
      acts.leaves.push([record.seq, await leafHash(text)]);
    }
    return acts;
  }

  async lead(head: Checkpoint, nodes: Uint8Array[]) {
    const root = await rootOfSome(head.size, this.leaves, nodes);
    return root !== undefined && same(root, head.root);
  }
  /** The first of the kind that says these things and that nothing else needed. */
  take(kind: string, says: Record<string, string>, fits: (act: Act) => boolean = () => true): boolean {
    const found = this.all.find(
      (act) =>
        act.record.kind === kind &&
        !act.needed &&
        Object.entries(says).every(([name, value]) => (act.says.get(name) ?? '') === value) &&
        fits(act),
    );
    if (found) found.needed = true;
    return !!found;
  }
}

function checkRules({ rule_book: book }: ResultsFile, acts: Acts, out: Differences) {
  const says = { version: book.version.text, rule_book_sha256: book.sha256 };
  if (!acts.take('contest.opened', says) && !acts.take('contest.amended', says))
    out.add('/rule_book', 'rulesUnrecorded');
}

/** A card's marks, as its record has them: texts in canonical form. */
function sameMarks({ marks }: CardOf, text: string) {
  const told = readTexts(text);
  if (told?.size !== Object.keys(marks).length) return false;
  return [...told].every(([name, mark]) => {
    const ours = marks[name];
    return ours && /^-?\d{1,9}(\.\d{1,9})?$/.test(mark) && Rational.of(mark).compare(ours.exact) === 0;
  });
}

function checkCards({ ranking }: ResultsFile, acts: Acts, out: Differences): number {
  const handedIn = new Map<string, Act[]>(); // by round and code
  const workOf = (round: string, code: string) => `${round} ${code}`;
  for (const act of acts.all.filter(({ record }) => record.kind === 'card.submitted')) {
    const work = workOf(act.says.get('round') ?? '', act.says.get('code') ?? '');
    handedIn.set(work, [...(handedIn.get(work) ?? []), act]);
  }
  let found = 0;
  for (const [r, round] of ranking.rounds.entries())
    for (const [w, { code, cards }] of round.works.entries())
      for (const [c, card] of cards.entries()) {
        const of = handedIn.get(workOf(round.number.text, code));
        const act = of?.find(({ needed, says }) => !needed && sameMarks(card, says.get('marks') ?? ''));
        if (act) {
          act.needed = true;
          found++;
        } else {
          const place = `/ranking/rounds/${r}/works/${w}/cards/${c}`;
          out.add(place, 'cardUnrecorded', { code, judge: card.judge });
        }
      }
  return found;
}

/** The steps of this result, at the times and with the words that the file gives them. */
function checkSteps({ ranking, ranking_sha256, result }: ResultsFile, acts: Acts, out: Differences): number {
  let found = 0;
  const need = (place: string, step: string, says: Record<string, string>, time?: string | null) => {
    const at = ({ record }: Act) => time === undefined || record.time === time;
    if (acts.take(step, { result: result.number.text, ...says }, at)) found++;
    else out.add(place, 'stepUnrecorded', { act: step });
  };
  need('/result', 'result.computed', { reason: result.reason }, result.computed_at);
  need('/result', 'result.proposed', { decision_number: result.decision_number, ranking_sha256 });
  need('/result', 'result.approved', { ranking_sha256 }, result.approved_at);
  ranking.decisions.forEach((decision, i) => {
    // The first tables of places had one decision for all of them.
    const [order, table] = Array.isArray(decision) ? [decision] : [decision.order, { table: decision.category ?? '' }];
    need(`/ranking/decisions/${i}`, 'result.tie_decided', { order: order.join(' '), ...table });
  });
  return found;
}

/** What was decided about prizes at once has one record. */
function checkDepartures({ departures = [], result }: ResultsFile, acts: Acts, out: Differences): number {
  const reasonIn: Record<string, string> = { 'awards.adjusted': 'reason', 'result.proposed': 'vacancy_reason' };
  const missing = departures.filter(({ reason, decided_at }, i) => {
    const act = acts.all.find(
      ({ record, says }) =>
        says.get(reasonIn[record.kind] ?? '') === reason &&
        says.get('result') === result.number.text &&
        record.time === decided_at,
    );
    if (act) act.needed = true;
    else out.add(`/departures/${i}`, 'departureUnrecorded');
    return !act;
  });
  return departures.length - missing.length;
}

function checkLeft({ left = [] }: ResultsFile, acts: Acts, out: Differences): number {
  let found = 0;
  left.forEach(({ code, state, reason }, i) => {
    if (state !== 'disqualified') return;
    if (acts.take('entry.disqualified', { reason })) found++;
    else out.add(`/left/${i}`, 'leftUnrecorded', { code });
  });
  return found;
}

export async function checkRecords(
  file: ResultsFile,
  head: Checkpoint,
  nodes: Uint8Array[],
  out: Differences,
): Promise<FoundRecords> {
  const acts = await Acts.read(file, out);
  if (!(await acts.lead(head, nodes))) out.add('/ledger/nodes', 'recordsNotInLog');
  checkRules(file, acts, out);
  const cards = checkCards(file, acts, out);
  const decisions = checkSteps(file, acts, out) + checkDepartures(file, acts, out) + checkLeft(file, acts, out);
  for (const { needed, pointer, record } of acts.all)
    if (!needed) out.add(pointer, 'recordUnneeded', { act: record.kind });
  return { cards, decisions };
}
