// Who stands before whom: each work has a row of values, the score first and then what the tie-breaks
// compare, and rows are compared from the left. Tables of categories and of the whole contest; who goes on to
// the next round.
import { Rational, zero } from './rational';
import { type Rules } from './rules';
import { type Scored } from './scores';

export interface Standing {
  work: Scored;
  score: Rational;
  rank: number;
  decidedBy: string;
  open: boolean; // the head must part it from its equals and has not
}
/** The head's order of works in one table; undefined: in all (rankings of version 1). */
export interface Order {
  category: string | null | undefined;
  order: string[];
}
export interface Place extends Standing {
  round: number;
}
export interface Table {
  category: string | null;
  places: Place[];
}

interface Step {
  name: string;
  value: (work: Scored) => Rational;
}

/** The chain of tie-breaks up to where works stay equal, with the score in front. */
function stepsOf(rules: Rules, positions: Map<string, number>): Step[] {
  const steps: Step[] = [{ name: 'score', value: (work) => work.score ?? zero }];
  for (const { by, criterion = '' } of rules.tieBreaks) {
    if (by === 'shared') break;
    if (by === 'criterion')
      steps.push({ name: `criterion:${criterion}`, value: (w) => w.means.get(criterion) ?? zero });
    if (by === 'highest_card') steps.push({ name: by, value: (work) => work.highest });
    if (by === 'smallest_spread') steps.push({ name: by, value: (work) => zero.minus(work.spread) });
    if (by === 'head_decision')
      steps.push({ name: by, value: ({ code }) => new Rational(BigInt(-(positions.get(code) ?? 0))) });
  }
  return steps;
}

interface Row {
  work: Scored;
  values: Rational[];
  open: boolean;
}

/** Where two rows first differ; Infinity when nothing parts them. */
function partedAt(a: Row | undefined, b: Row | undefined): number {
  if (!a || !b) return 0;
  const at = a.values.findIndex((value, i) => b.values[i] && !value.equals(b.values[i]));
  return at < 0 ? Infinity : at;
}

function inOrder(rows: Row[]): Row[] {
  return rows.toSorted((a, b) => {
    const at = partedAt(a, b);
    return at === Infinity ? compareTexts(a.work.code, b.work.code) : b.values[at]!.compare(a.values[at]!);
  });
}

/** By bytes, as the file orders names and codes. */
export function compareTexts(a: string, b: string): number {
  const [x, y] = [new TextEncoder().encode(a), new TextEncoder().encode(b)];
  const at = x.findIndex((byte, i) => byte !== y[i]);
  return at < 0 ? x.length - y.length : x[at]! - (y[at] ?? -1);
}

/** Neighbours that nothing parts. */
function equals(sorted: Row[]): Row[][] {
  const out: Row[][] = [];
  sorted.forEach((row, i) => {
    if (i > 0 && partedAt(sorted[i - 1], row) === Infinity) out.at(-1)!.push(row);
    else out.push([row]);
  });
  return out;
}

/** `positions`: the head's, of works in this table. The head orders all of those who are equal, or says nothing of any. */
export function standings(rules: Rules, works: Scored[], positions = new Map<string, number>()): Standing[] {
  const steps = stepsOf(rules, positions);
  const head = steps.findIndex(({ name }) => name === 'head_decision');
  const before = head < 0 ? steps : steps.slice(0, head);
  let rows: Row[] = works
    .filter(({ score }) => score !== undefined)
    .map((work) => ({ work, values: before.map(({ value }) => value(work)), open: false }));
  if (head >= 0) {
    for (const group of equals(inOrder(rows)).filter(({ length }) => length > 1)) {
      const decided = group.every(({ work }) => positions.has(work.code));
      for (const row of group) {
        row.open = !decided;
        if (decided) row.values.push(...steps.slice(head).map(({ value }) => value(row.work)));
      }
    }
  }
  rows = inOrder(rows);
  let rank = 1;
  return rows.map(({ work, open }, i) => {
    const [above, below] = [partedAt(rows[i - 1], rows[i]), partedAt(rows[i], rows[i + 1])];
    if (above !== Infinity) rank = i + 1;
    const decidedBy = steps[Math.max(above, below)]?.name ?? 'shared';
    return { work, score: work.score ?? zero, rank, decidedBy, open };
  });
}

function positionsIn(orders: Order[], table: string | null): Map<string, number> {
  const out = new Map<string, number>();
  for (const { category, order } of orders)
    if (category === undefined || category === table) order.forEach((code, i) => out.set(code, i + 1));
  return out;
}

/** Whoever reached a later round stands before whoever did not. */
function tableOf(rules: Rules, rounds: Scored[][], orders: Order[], category: string | null): Table {
  const placed = new Set<string>();
  const places: Place[] = [];
  const positions = positionsIn(orders, category);
  for (const [i, works] of [...rounds.entries()].reverse()) {
    const stayed = works.filter((work) => (category === null || work.category === category) && !placed.has(work.code));
    const before = places.length;
    for (const standing of standings(rules, stayed, positions))
      places.push({ ...standing, rank: before + standing.rank, round: i + 1 });
    for (const { code } of stayed) placed.add(code);
  }
  return { category, places };
}

/** How many ranked prizes a table can win. */
function prizePlaces(rules: Rules, category: string | null): number {
  return rules.prizes
    .filter(({ kind, perCategory }) => kind === 'ranked' && perCategory === (category !== null))
    .filter(({ categories }) => category === null || categories.length === 0 || categories.includes(category))
    .reduce((sum, { count }) => sum + count, 0);
}

export function tablesOf(rules: Rules, rounds: Scored[][], orders: Order[]): Table[] {
  const present = new Set(rounds.flat().map(({ category }) => category));
  const categories = rules.categories.map(({ id }) => id).filter((id) => present.has(id));
  const whole = prizePlaces(rules, null) > 0 ? [null] : [];
  return [...categories, ...whole].map((category) => tableOf(rules, rounds, orders, category));
}

export interface OpenTie {
  category: string | null;
  rank: number;
  codes: string[];
}
/** Equals at a rank where prizes are given, whom the head must part. */
export function openTies(rules: Rules, tables: Table[]): OpenTie[] {
  return tables.flatMap(({ category, places }) => {
    const open = places.filter((place) => place.open && place.rank <= prizePlaces(rules, category));
    return [...new Set(open.map(({ rank }) => rank))].map((rank) => ({
      category,
      rank,
      codes: open.filter((place) => place.rank === rank).map(({ work }) => work.code),
    }));
  });
}

/** Who may go on from a round. Nobody is cut off from an equal. */
export function advancing(rules: Rules, round: number, ranked: Standing[]): Set<string> {
  const { by, value, equalScoresPass } = rules.rounds[round - 1]!.advance;
  const codes = (of: Standing[]) => new Set(of.map(({ work }) => work.code));
  if (by === 'all') return codes(ranked);
  if (by === 'min_score') return codes(ranked.filter(({ score }) => score.compare(value) >= 0));
  const share = value.times(new Rational(BigInt(ranked.length), 100n));
  const n = (by === 'top_percent' ? share : value).roundedUp();
  const line = ranked[Math.min(n, ranked.length) - 1];
  if (!line) return new Set();
  return codes(
    ranked.filter(({ score, rank }) => (equalScoresPass ? score.compare(line.score) >= 0 : rank <= line.rank)),
  );
}
